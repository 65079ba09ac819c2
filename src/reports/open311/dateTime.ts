import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000
/** More days than that nobody asks for; then they are looked up again. */
const MOST_DAYS = 20_000
/** By time zone and day, in milliseconds; null: it changes on that day. A list has thousands of times on few days. */
const offsets = new Map<string, number | null>()

/** W3C-DTF as Open311 writes it: the city's offset, whole seconds; milliseconds make strict clients refuse it. */
export function dateTime(at: Date, timeZone: string): string {
  const time = at.getTime()
  const offset = offsetOn(Math.floor(time / DAY_MS), timeZone) ?? offsetAt(time, timeZone)
  const minutes = Math.abs(offset) / 60_000
  const digits = (value: number): string => String(value).padStart(2, '0')
  const zone = `${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`
  return new Date(time + offset).toISOString().slice(0, 19) + zone
}

function offsetOn(day: number, timeZone: string): number | null {
  const key = `${timeZone} ${day}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const [first, last] = [day, day + 1].map((one) => offsetAt(one * DAY_MS, timeZone))
  const offset = first === last ? (first ?? null) : null
  if (offsets.size >= MOST_DAYS) offsets.clear()
  offsets.set(key, offset)
  return offset
}

const offsetAt = (time: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6

/** `2026-11-23T09:00:00Z` or with an offset, always with one; null for anything else. */
export function readDateTime(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}
