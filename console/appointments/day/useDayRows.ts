import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(place + 1, last),
  ArrowUp: (place) => Math.max(place - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

interface Row {
  id: string
}

/** A list under the keyboard: one row can be reached by Tab, arrows move, letters go to the chosen row. */
export function useDayRows<R extends Row>(
  items: readonly R[],
  nextOf: (items: readonly R[]) => R | undefined,
) {
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const [chosenId, choose] = useState<string | null>(null)
  const chosen = items.find(({ id }) => id === chosenId) ?? nextOf(items)
  const focus = useCallback((id: string | undefined) => id && buttons.current.get(id)?.focus(), [])

  const chosenNow = chosen?.id
  const focusChosen = useCallback(() => focus(chosenNow), [focus, chosenNow])

  const started = useRef(false)
  useEffect(() => {
    if (started.current || items.length === 0) return
    started.current = true
    // The heading has it after a link; a control that somebody uses keeps it.
    if (document.activeElement?.matches('body, h1')) focus(nextOf(items)?.id)
  }, [items, nextOf, focus])

  return {
    /** For when what had the focus is gone. */
    focusChosen,
    chosen,
    choose,
    register: (id: string) => (button: HTMLButtonElement | null) => {
      if (button) buttons.current.set(id, button)
      else buttons.current.delete(id)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (!step || !chosen) return
      event.preventDefault()
      const next = items[step(items.indexOf(chosen), items.length - 1)]
      if (next) choose(next.id)
      focus(next?.id)
    },
  }
}
