import { useEffect, useRef, type RefObject } from 'react'

/** Gives the focus to an element when it appears, unless something inside it already has it. */
export function useFocusFirst<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useEffect(() => {
    if (!ref.current?.contains(document.activeElement)) ref.current?.focus()
  }, [])
  return ref
}
