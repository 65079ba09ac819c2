/** The month of the benchmark: an office with counters that are all alike, open Monday to Friday 8–12 and 13–17. */
export const TIME_ZONE = 'Europe/Berlin'
export const [FIRST, LAST] = ['2027-03-01', '2027-03-31']
export const COUNTERS = 20
export const GRID = 15
/** Minutes of the wall clock. */
export const HALVES = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
] as const

export interface Booking {
  /** 'YYYY-MM-DD'. */
  readonly date: string
  /** Minutes of the wall clock. */
  readonly from: number
  readonly to: number
  /** 1 to COUNTERS. */
  readonly counter: number
}

/** Monday to Friday of the month. */
export const WORKDAYS: readonly string[] = Array.from(
  { length: 31 },
  (_, i) => new Date(Date.UTC(2027, 2, i + 1)),
)
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10))

/**
 * So many bookings of 15, 30 or 45 minutes on random free times of random counters, always the same for a seed;
 * 'full' fills every quarter of an hour.
 */
export function bookingsOf(count: number | 'full', seed = 42): Booking[] {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const taken = new Set<string>()
  const bookings: Booking[] = []
  const add = (booking: Booking): boolean => {
    const { date, from, to, counter } = booking
    const cells = Array.from(
      { length: (to - from) / GRID },
      (_, i) => `${date} ${counter} ${from + i * GRID}`,
    )
    if (cells.some((cell) => taken.has(cell))) return false
    for (const cell of cells) taken.add(cell)
    bookings.push(booking)
    return true
  }
  // Of twenty: eleven short, five middle, four long ones; where it is full long ones find a place less often.
  const lengthOf = (share: number): number => (share < 0.55 ? 15 : share < 0.8 ? 30 : 45)
  while (bookings.length < (count === 'full' ? 9000 : count)) {
    const half = pick(HALVES)
    const minutes = lengthOf(random())
    const starts = (half.to - half.from - minutes) / GRID + 1
    const from = half.from + Math.floor(random() * starts) * GRID
    add({ date: pick(WORKDAYS), from, to: from + minutes, counter: 1 + Math.floor(random() * COUNTERS) })
  }
  if (count === 'full') fillUp(add)
  return bookings
}

function fillUp(add: (booking: Booking) => boolean): void {
  for (const date of WORKDAYS)
    for (let counter = 1; counter <= COUNTERS; counter += 1)
      for (const half of HALVES)
        for (let from = half.from; from < half.to; from += GRID) add({ date, from, to: from + GRID, counter })
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
