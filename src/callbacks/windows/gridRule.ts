import { dayClockOf, minuteOf, wallOfMinute } from '../../shared/dayClock.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { TimeRange } from '../../shared/timeRange.ts'

const HOUR_MS = 3_600_000
const NOON = 12 * 60
/** An opening up to six hours is one half-day; a longer one is parted at noon. */
const HALF_DAY_MS = 6 * HOUR_MS

/** The windows of one day: each lies in one opening, and two of them lie in one another or apart. */
export interface DayGrid {
  date: string
  /** Full clock hours, and what the openings leave before and after. */
  hours: readonly TimeRange[]
  /** Two hours and half-days of more than one piece, the narrower before the wider. */
  wide: readonly TimeRange[]
}

/** Grids are worked out once for equal service hours. */
const kept = new WeakMap<ServiceHours, Map<string, DayGrid>>()

export function gridOn(hours: ServiceHours, date: string): DayGrid {
  const days = kept.get(hours) ?? new Map<string, DayGrid>()
  kept.set(hours, days)
  const known = days.get(date)
  if (known) return known
  const openings = hours.openingsOn(date).map((opening) => {
    const pieces = hours.windows(opening.start, { until: opening.end })
    return { pieces, wide: wideIn(opening, pieces, wallHours(hours.timeZone, date)) }
  })
  const grid = {
    date,
    hours: openings.flatMap(({ pieces }) => pieces),
    wide: openings.flatMap(({ wide }) => wide),
  }
  days.set(date, grid)
  return grid
}

/** Minutes since midnight on the wall clock. */
type Wall = (at: number) => number

function wallHours(timeZone: string, date: string): Wall {
  const clock = dayClockOf(timeZone, date)
  return (at) => wallOfMinute(clock, minuteOf(clock, at))
}

function wideIn(opening: TimeRange, pieces: readonly TimeRange[], wall: Wall): TimeRange[] {
  const parted = opening.end - opening.start > HALF_DAY_MS
  const twoHours = groups(pieces, (piece) => Math.floor(wall(piece.start) / 120))
  const halfDays = groups(pieces, (piece) => (parted && wall(piece.start) >= NOON ? 1 : 0))
  const known = new Set<string>()
  return [...twoHours, ...halfDays].filter(({ start, end }) => {
    const key = `${start} ${end}`
    return known.has(key) ? false : known.add(key)
  })
}

/** Pieces that follow each other under one key, as one window; none of a single piece. */
function groups(pieces: readonly TimeRange[], keyOf: (piece: TimeRange) => number): TimeRange[] {
  return [...Map.groupBy(pieces, keyOf).values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ start: group[0]!.start, end: group.at(-1)!.end }))
}

/** Whether `outer` is more than `inner` and holds all of it. */
export function holds(outer: TimeRange, inner: TimeRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && !isSame(outer, inner)
}

export function isSame(a: TimeRange, b: TimeRange): boolean {
  return a.start === b.start && a.end === b.end
}
