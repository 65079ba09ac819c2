import { useEffect, useRef, type RefObject } from 'react'

/** Gives the focus to an element when it appears; for the one field a page or step is about. */
export function useFocusFirst<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
