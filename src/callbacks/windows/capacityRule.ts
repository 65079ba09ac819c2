import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import type { Duty } from './dutyRule.ts'
import { holds } from './gridRule.ts'

/** With less time left nobody is promised a window that has begun. */
const LEAST_LEFT_MS = 15 * 60_000

/** A window in which callbacks are promised, with the work of those that are still open. */
export interface Booked extends TimeRange {
  workMs: number
}

/** Whether a window may still be promised at `now`: not when it began and has less than a quarter of an hour left. */
export function mayBegin(window: TimeRange, now: number): boolean {
  return window.end > now && (window.start >= now || window.end - now >= LEAST_LEFT_MS)
}

/** The clerk time of a range that may be promised; a piece of duty that lies across counts in proportion. */
export function capacityIn(range: TimeRange, duty: readonly Duty[]): number {
  return Math.floor(
    duty.reduce((sum, piece) => {
      const inside = Math.min(piece.end, range.end) - Math.max(piece.start, range.start)
      return inside <= 0 ? sum : sum + (piece.promisedMs * inside) / (piece.end - piece.start)
    }, 0),
  )
}

/** What is promised within a window. What lies across it, from earlier service hours, counts with all of it. */
export function promisedIn(window: TimeRange, booked: readonly Booked[]): number {
  return booked
    .filter((other) => overlaps(other, window) && !holds(other, window))
    .reduce((sum, other) => sum + other.workMs, 0)
}

/**
 * The clerk time a window has left, less than nothing when more is promised than it can hold. Work fits when it fits
 * into the window itself and into every wider one around it, together with all that is promised within that one
 * (for windows that lie in one another or apart this is Hall's condition: then everything can be done in its window).
 * @param around the other windows of the day
 * @param booked of the same day, of windows that have not ended
 */
export function roomIn(
  window: TimeRange,
  around: readonly TimeRange[],
  duty: readonly Duty[],
  booked: readonly Booked[],
): number {
  const wider = [...around, ...booked].filter((other) => holds(other, window))
  const rooms = [window, ...wider].map((range) => capacityIn(range, duty) - promisedIn(range, booked))
  return Math.min(...rooms)
}
