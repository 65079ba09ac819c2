/** The row under the hand and its index when the hand came. */
export interface Held {
  id: string
  place: number
}

/**
 * The order in which rows are shown: `fresh` (ordered by the promise), except that the row under the hand stays where it
 * was until the hand leaves it. Rows have one height, so a kept index is a kept place on the screen.
 */
export function keepInPlace<T extends { id: string }>(fresh: readonly T[], held: Held | null): readonly T[] {
  const row = fresh.find(({ id }) => id === held?.id)
  if (!row || !held) return fresh
  const others = fresh.filter((other) => other !== row)
  return [...others.slice(0, held.place), row, ...others.slice(held.place)]
}

/** Where the focus goes when the held row has left the list: to the row that now stands in its place; null when the list is empty. */
export function rowInPlaceOf(fresh: readonly { id: string }[], gone: Held): string | null {
  return fresh[Math.min(gone.place, fresh.length - 1)]?.id ?? null
}
