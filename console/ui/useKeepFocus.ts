import { useEffect, useRef, type RefObject } from 'react'

/** Gives the focus to an element when `change` changes and what had the focus is gone with it. */
export function useKeepFocus<E extends HTMLElement>(change: unknown): RefObject<E | null> {
  const ref = useRef<E>(null)
  const before = useRef(change)
  useEffect(() => {
    if (before.current === change) return
    before.current = change
    if (document.activeElement === document.body) ref.current?.focus()
  }, [change])
  return ref
}
