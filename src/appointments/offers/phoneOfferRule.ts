/** As many as one reads aloud and as there are keys in reach. */
const OFFERS = 5
/** Days from which the first choice is made; further ones only where these have too little. */
const FIRST_DAYS = 3
/** Two times of one day are a choice when they are at least so far apart. */
const APART_MS = 3 * 3_600_000

export interface DayOfStarts {
  /** 'YYYY-MM-DD' */
  date: string
  /** Epoch ms, in order. */
  starts: readonly number[]
}

/**
 * The times to offer on the telephone, in the order of time: the soonest of each of the next three days that have one,
 * then a second one of the same days at least three hours later (mostly the afternoon), then later days, then
 * whatever comes next.
 */
export function phoneOffers(days: readonly DayOfStarts[]): number[] {
  const open = days.filter(({ starts }) => starts.length > 0)
  const near = open.slice(0, FIRST_DAYS)
  const wanted = [
    ...near.map(soonest),
    ...near.map(muchLater),
    ...open.slice(FIRST_DAYS).map(soonest),
    ...open.flatMap(({ starts }) => starts),
  ]
  const chosen = new Set<number>()
  for (const start of wanted) {
    if (chosen.size === OFFERS) break
    if (start !== undefined) chosen.add(start)
  }
  return [...chosen].toSorted((a, b) => a - b)
}

const soonest = ({ starts }: DayOfStarts): number | undefined => starts[0]

const muchLater = ({ starts }: DayOfStarts): number | undefined =>
  starts.find((start) => start - (starts[0] ?? start) >= APART_MS)

/** The free times of one place. */
export interface StartsAt<P> {
  place: P
  days: readonly DayOfStarts[]
}

/** The free times of all places together, each once, in order. */
export function startsOfAll(places: readonly StartsAt<unknown>[]): DayOfStarts[] {
  const byDate = new Map<string, Set<number>>()
  for (const { days } of places)
    for (const { date, starts } of days) {
      const known = byDate.get(date) ?? new Set<number>()
      byDate.set(date, known)
      for (const start of starts) known.add(start)
    }
  return [...byDate]
    .map(([date, starts]) => ({ date, starts: [...starts].toSorted((a, b) => a - b) }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The first of the places that has this time free; null when none has. */
export function placeAt<P>(places: readonly StartsAt<P>[], start: number): P | null {
  const found = places.find(({ days }) => days.some(({ starts }) => starts.includes(start)))
  return found?.place ?? null
}
