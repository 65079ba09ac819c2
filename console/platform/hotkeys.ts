import { useEffect } from 'react'
import { useKeysWanted } from './keysWanted.ts'

const TYPING = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])'

type Keys = Readonly<Record<string, () => void>>

/**
 * Runs what belongs to a key, by its lower-case name ('n', 'enter', 'escape'), while the component is shown.
 * Never while somebody types in a field (except 'ctrl+…') or has a dialog open; a control that has the focus
 * keeps its own Enter. Single letters can be switched off by the person (WCAG 2.1.4).
 */
export function useHotkeys(keys: Keys): void {
  const [lettersWanted] = useKeysWanted()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = (event.ctrlKey ? 'ctrl+' : '') + event.key.toLowerCase()
      const run = keys[key]
      if (!run || event.defaultPrevented || event.repeat || isTaken(event)) return
      if (key.length === 1 && !lettersWanted) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [keys, lettersWanted])
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.altKey || event.metaKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('dialog') || document.querySelector('dialog[open]')) return true
  if (event.ctrlKey) return false
  if (target?.closest(TYPING)) return true
  return event.key === 'Enter' && target !== null && target.closest('a, button, input') !== null
}
