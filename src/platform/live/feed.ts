/** One thing that changed, as the newest message about it. */
export interface FeedEntry {
  id: string
  event: string
  data: string
}

interface Kept extends Omit<FeedEntry, 'id'> {
  place: number
}

/**
 * What changed lately, for readers who come back and say what they have seen: of each thing only the newest message, and no
 * more things than `most`. Who was away for longer than that is told to start over.
 */
export class Feed {
  /** Another process counts from the beginning, so its ids are others. */
  readonly #name: string
  readonly #most: number
  readonly #kept = new Map<string, Kept>()
  #last = 0
  /** Something at or before this place is no longer kept. */
  #lost = 0

  constructor(name: string, most: number) {
    this.#name = name
    this.#most = most
  }

  get last(): number {
    return this.#last
  }

  get size(): number {
    return this.#kept.size
  }

  idOf(place: number): string {
    return `${this.#name}.${place}`
  }

  put(key: string, event: string, data: object): void {
    this.#last += 1
    // Taken out first, so that the order of the map is the order of the changes.
    this.#kept.delete(key)
    this.#kept.set(key, { place: this.#last, event, data: JSON.stringify(data) })
    const [oldest] = this.#kept
    if (this.#kept.size <= this.#most || !oldest) return
    this.#kept.delete(oldest[0])
    this.#lost = oldest[1].place
  }

  /** Whatever was known is of no use any more: every reader starts over. */
  startOver(): void {
    this.#last += 1
    this.#kept.clear()
    this.#lost = this.#last
  }

  /** Where a reader stands by the id it has seen last; null when that cannot be told, or too much came since. */
  placeOf(id: string): number | null {
    const [, name, digits] = /^(.*)\.(\d{1,15})$/.exec(id) ?? []
    const place = Number(digits)
    return name === this.#name && place <= this.#last && place >= this.#lost ? place : null
  }

  /** What changed after a place, in the order of the changes; null: start over. */
  since(place: number): FeedEntry[] | null {
    if (place < this.#lost) return null
    return [...this.#kept.values()]
      .filter((kept) => kept.place > place)
      .map(({ place: at, event, data }) => ({ id: this.idOf(at), event, data }))
  }
}
