import { useEffect, useEffectEvent, type RefObject } from 'react'
import { goOn } from './enterSteps.ts'

/** Makes Enter go from field to field, tick the box it stands on, and save at the end. Shift+Enter stays a new line. */
export function useEnterSteps(form: RefObject<HTMLFormElement | null>, save: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.shiftKey) return
    if (!form.current || !(target instanceof HTMLElement) || !form.current.contains(target)) return
    if (target.matches('button')) return
    event.preventDefault()
    if (target instanceof HTMLInputElement && target.dataset['step'] === 'check' && !target.checked)
      target.click()
    if (!goOn(form.current, target)) save()
  })
  useEffect(() => {
    // At the document: a field's own handler must have had its turn, which React gives it at the root.
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
