import { useEffect, useRef, type RefObject } from 'react'

/** A row that is added to the list inside the element has the focus in its first field; when one is removed, the button that adds has it. */
export function useFocusNew<E extends HTMLElement>(rows: number): RefObject<E | null> {
  const ref = useRef<E>(null)
  const before = useRef(rows)
  useEffect(() => {
    const change = rows - before.current
    before.current = rows
    if (change > 0) lastOf(ref.current, '.device')?.querySelector<HTMLElement>(FIELD)?.focus()
    if (change < 0) lastOf(ref.current, 'button')?.focus()
  }, [rows])
  return ref
}

const FIELD = 'input:not([type="hidden"])'

const lastOf = (element: HTMLElement | null, selector: string): HTMLElement | undefined =>
  [...(element?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)
