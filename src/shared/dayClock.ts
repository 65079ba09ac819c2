import { Temporal } from 'temporal-polyfill'

/**
 * One local day as a line of minutes: minute 0 is local midnight, the last one ends at the next midnight.
 * 1440 minutes, 1380 or 1500 on the days on which the clocks change.
 */
export interface DayClock {
  /** Local midnight (the first moment of the date), epoch ms. */
  readonly midnight: number
  /** How long the day is. */
  readonly minutes: number
  /** What the wall clock shows at minute 0, in minutes: 0, unless the clocks change at midnight. */
  readonly begins: number
  /** In minute `at` the wall clock jumps forward by `by` minutes (back: negative); null on ordinary days. */
  readonly change: { readonly at: number; readonly by: number } | null
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** So many days are remembered; asking the zone's rules is dear. */
const KEPT_DAYS = 20_000
const kept = new Map<string, DayClock>()

/** The clock of a date. RangeError for an unknown zone or an impossible date ('2026-02-29'). */
export function dayClockOf(timeZone: string, date: string): DayClock {
  const key = `${timeZone} ${date}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= KEPT_DAYS) kept.clear()
  const clock = readClock(timeZone, date)
  kept.set(key, clock)
  return clock
}

function readClock(timeZone: string, date: string): DayClock {
  const day = plainDate(date)
  const first = day.toZonedDateTime(timeZone)
  const midnight = first.epochMilliseconds
  const minutes = (day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - midnight) / MINUTE_MS
  const begins = first.hour * 60 + first.minute
  const change = begins + minutes === 1440 ? null : changeIn(first, minutes)
  return { midnight, minutes, begins, change }
}

/** The clock change inside the day. */
function changeIn(first: Temporal.ZonedDateTime, minutes: number): DayClock['change'] {
  const next = first.getTimeZoneTransition('next')
  if (!next) return null
  const at = (next.epochMilliseconds - first.epochMilliseconds) / MINUTE_MS
  if (at >= minutes) return null
  return { at, by: (next.offsetNanoseconds - first.offsetNanoseconds) / 1e6 / MINUTE_MS }
}

function plainDate(date: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`)
  return Temporal.PlainDate.from(date, { overflow: 'reject' })
}

/**
 * The minute of the day in which the wall clock shows `wall` minutes since midnight (0 to 1440). A time that the
 * clocks skip is the moment of the change; one that exists twice is the first. Never decreases with `wall`.
 */
export function minuteOfWall({ minutes, begins, change }: DayClock, wall: number): number {
  const straight = wall - begins
  const minute = change && straight >= change.at ? Math.max(change.at, straight - change.by) : straight
  return Math.min(Math.max(minute, 0), minutes)
}

/** What the wall clock shows in a minute of the day, in minutes since midnight. */
export function wallOfMinute({ begins, change }: DayClock, minute: number): number {
  return begins + minute + (change && minute >= change.at ? change.by : 0)
}

/** The instant of a minute of the day, epoch ms. */
export function instantOf(clock: DayClock, minute: number): number {
  return clock.midnight + minute * MINUTE_MS
}

/** The minute of the day that contains the instant; below 0 or from `minutes` on for another day. */
export function minuteOf(clock: DayClock, at: number): number {
  return Math.floor((at - clock.midnight) / MINUTE_MS)
}

/** Like `minuteOf`, but a moment inside a minute counts as its end. */
export function minuteEnding(clock: DayClock, at: number): number {
  return Math.ceil((at - clock.midnight) / MINUTE_MS)
}

/** Days since 1970-01-01. RangeError for an impossible date. */
export function dayNumber(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(ms) || dateOfNumber(ms / DAY_MS) !== date)
    throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`)
  return ms / DAY_MS
}

/** The date of a day number. */
export function dateOfNumber(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** ISO weekday of a day number, 1 is Monday. 1970-01-01 was a Thursday. */
export function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Every date from `first` to `last`, both included; none when `last` is earlier. */
export function datesBetween(first: string, last: string): string[] {
  const dates: string[] = []
  const end = dayNumber(last)
  for (let day = dayNumber(first); day <= end; day += 1) dates.push(dateOfNumber(day))
  return dates
}
