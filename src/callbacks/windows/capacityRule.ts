import { overlaps, type TimeRange } from '../../shared/timeRange.ts'

/** With less time left nobody is promised a window that has begun. */
const LEAST_LEFT_MS = 15 * 60_000
const HOUR_MS = 3_600_000

/** A window in which callbacks are promised. */
export interface Taken extends TimeRange {
  taken: number
}

/**
 * How many callbacks a team can make in what is left of a window: its number per hour, pro rata, rounded down.
 * None in a window that began and has less than a quarter of an hour left.
 */
export function capacityOf(window: TimeRange, perHour: number, now: number): number {
  const left = window.end - Math.max(window.start, now)
  if (left <= 0 || (window.start < now && left < LEAST_LEFT_MS)) return 0
  return Math.floor((perHour * left) / HOUR_MS)
}

/** What a window has left. Windows of earlier service hours that lie across it count with all that is promised in them. */
export function roomIn(window: TimeRange, perHour: number, taken: readonly Taken[], now: number): number {
  const promised = taken
    .filter((other) => overlaps(other, window))
    .reduce((sum, other) => sum + other.taken, 0)
  return Math.max(0, capacityOf(window, perHour, now) - promised)
}
