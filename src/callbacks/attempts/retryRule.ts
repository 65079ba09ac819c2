import { Temporal } from 'temporal-polyfill'
import type { TimeRange } from '../../shared/timeRange.ts'
import { MAX_ATTEMPTS } from '../model.ts'

export type DayPart = 'morning' | 'midday' | 'afternoon'

/** Who is out in the morning is often in at noon: until 11, until 14, and after. */
const MIDDAY_FROM = 11
const AFTERNOON_FROM = 14

export function dayPart(at: number, timeZone: string): DayPart {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  if (hour < MIDDAY_FROM) return 'morning'
  return hour < AFTERNOON_FROM ? 'midday' : 'afternoon'
}

/**
 * What follows when nobody was reached: while the promise is open, the next attempt belongs into the promised window;
 * after three attempts that counted nobody calls any more.
 */
export function afterNotReached(
  attempts: number,
  promiseOpen: boolean,
): 'promised-window' | 'give-up' | 'later' {
  if (promiseOpen) return 'promised-window'
  return attempts >= MAX_ATTEMPTS ? 'give-up' : 'later'
}

/**
 * When to try again: the first window with room in a part of the day that was not tried yet; else one in another part
 * than last time; else, where the city is open in one part only, the first of all.
 * @param tried when each attempt was started, oldest first
 * @param windows those that begin in the future and have room, in order
 */
export function chooseRetry(
  tried: readonly number[],
  windows: readonly TimeRange[],
  timeZone: string,
): TimeRange | null {
  const parts = tried.map((at) => dayPart(at, timeZone))
  const partOf = (window: TimeRange): DayPart => dayPart(window.start, timeZone)
  return (
    windows.find((window) => !parts.includes(partOf(window))) ??
    windows.find((window) => partOf(window) !== parts.at(-1)) ??
    windows[0] ??
    null
  )
}
