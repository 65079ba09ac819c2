import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { announce } from '../platform/announce.ts'
import { keepInPlace, rowInPlaceOf, type Held } from './keepInPlace.ts'

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(place + 1, last),
  ArrowUp: (place) => Math.max(place - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/** The worklist under the keyboard: one row can be reached by Tab, arrows move, and news never move the row in hand. */
export function useRowFocus(items: readonly WorklistItem[]) {
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const [held, setHeld] = useState<Held | null>(null)
  const rows = keepInPlace(items, held)
  const focus = useCallback((id: string | undefined | null) => id && buttons.current.get(id)?.focus(), [])

  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    focus(nextBest(items)?.id)
  }, [items, focus])

  useEffect(() => {
    if (!held || items.some(({ id }) => id === held.id)) return
    if (document.activeElement !== document.body) return
    announce('Dieser Rückruf ist nicht mehr offen.')
    focus(rowInPlaceOf(items, held))
  }, [items, held, focus])

  return {
    rows,
    /** The row that Tab reaches. */
    tabbable: rows.find(({ id }) => id === held?.id)?.id ?? nextBest(rows)?.id,
    register: (id: string) => (button: HTMLButtonElement | null) => {
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

/** The first row that this person can work on. */
const nextBest = (rows: readonly WorklistItem[]): WorklistItem | undefined =>
  rows.find(({ state, mine }) => state === 'waiting' || mine) ?? rows[0]
