import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import type { Duty } from './dutyRule.ts'

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

/**
 * The clerk time a window has left, less than nothing when more is promised than it can hold. Windows of earlier service
 * hours that lie across it count with all that is promised in them.
 */
export function roomIn(window: TimeRange, duty: readonly Duty[], booked: readonly Booked[]): number {
  const promised = booked
    .filter((other) => overlaps(other, window))
    .reduce((sum, other) => sum + other.workMs, 0)
  return capacityIn(window, duty) - promised
}
