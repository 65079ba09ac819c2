import { useState } from 'react'

/** Which rows are ticked; a row that is gone is ticked no more. */
export function useSelection(ids: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const selected = ids.filter((id) => ticked.has(id))
  return {
    selected,
    isSelected: (id: string): boolean => ticked.has(id),
    toggle: (id: string): void =>
      setTicked(
        selected.includes(id) ? new Set(selected.filter((one) => one !== id)) : new Set([...selected, id]),
      ),
    all: (): void => setTicked(new Set(selected.length === ids.length ? [] : ids)),
    clear: (): void => setTicked(new Set()),
  }
}
