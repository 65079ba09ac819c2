import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { announce } from '../platform/announce.ts'
import { keepInPlace, rowInPlaceOf, type Held } from './keepInPlace.ts'

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(place + 1, last),
  ArrowUp: (place) => Math.max(place - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

interface About<T> {
  /** The row that has the focus when nobody has chosen one. Always the same function. */
  best: (items: readonly T[]) => T | undefined
  /** What is said aloud when the row in hand has left the list. */
  gone: string
}

/** A list under the keyboard: one row can be reached by Tab, arrows move, and news never move the row in hand. */
export function useRowFocus<T extends { id: string }>(items: readonly T[], { best, gone }: About<T>) {
  const buttons = useRef(new Map<string, HTMLElement>())
  const [held, setHeld] = useState<Held | null>(null)
  const rows = keepInPlace(items, held)
  const focus = useCallback((id: string | undefined | null) => id && buttons.current.get(id)?.focus(), [])

  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    focus(best(items)?.id)
  }, [items, focus, best])

  useEffect(() => {
    if (!held || items.some(({ id }) => id === held.id)) return
    if (document.activeElement !== document.body) return
    announce(gone)
    focus(rowInPlaceOf(items, held))
  }, [items, held, focus, gone])

  return {
    rows,
    /** The row that Tab reaches. */
    tabbable: rows.find(({ id }) => id === held?.id)?.id ?? best(rows)?.id,
    register: (id: string) => (button: HTMLElement | null) => {
      if (button) buttons.current.set(id, button)
      else buttons.current.delete(id)
    },
    hold: (id: string) => setHeld({ id, place: rows.findIndex((row) => row.id === id) }),
    release: () => setHeld(null),
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (!step || !held) return
      event.preventDefault()
      focus(rows[step(held.place, rows.length - 1)]?.id)
    },
  }
}
