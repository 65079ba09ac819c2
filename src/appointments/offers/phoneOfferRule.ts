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
