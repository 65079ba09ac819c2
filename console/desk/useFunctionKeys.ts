import { useEffect, useEffectEvent } from 'react'

/** 'F2', 'F10', 'Shift+F9', 'Ctrl+Enter' */
type KeyName = `F${number}` | (typeof SHIFTED)[number] | 'Ctrl+Enter'

const SHIFTED = ['Shift+F1', 'Shift+F2', 'Shift+F3', 'Shift+F6', 'Shift+F9'] as const

/** Keys that work wherever the focus is on the desk; an open dialog keeps them away. */
export function useFunctionKeys(keys: Partial<Record<KeyName, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = nameOf(event)
    const run = name && keys[name]
    if (!run || document.querySelector('dialog[open]')) return
    // Also for a held key: the browser's own meaning (search, menu, address bar) must not take over.
    event.preventDefault()
    if (!event.repeat) run()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function nameOf(event: KeyboardEvent): KeyName | null {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'Ctrl+Enter'
  if (event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey)
    return SHIFTED.find((name) => name === `Shift+${event.key}`) ?? null
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null
  return isFunctionKey(event.key) ? event.key : null
}

const isFunctionKey = (key: string): key is `F${number}` => /^F\d{1,2}$/.test(key)
