import type { TimeRange } from '../../shared/timeRange.ts'
import { type Presence, workIn } from '../roster/index.ts'

/** So much of the time on duty is promised; the rest is for what nobody planned (Armony and Maglaras: the deadline as a constraint). */
export const PROMISED_SHARE = 0.85
const HOUR_MS = 3_600_000

/** Who makes a team's callbacks: the roster, or the administrator's number per hour where there is none. */
export type Staffing =
  | { kind: 'roster'; presences: readonly Presence[] }
  | { kind: 'number'; perHour: number; typicalMs: number }

/** What is left of a piece of service time, with the clerk time in it. */
export interface Duty extends TimeRange {
  /** Clerk milliseconds on duty. */
  clerkMs: number
  /** As much of it as may be promised. */
  promisedMs: number
}

/**
 * The clerk time in what is left of a piece of service time. The administrator's number says how many callbacks of
 * typical length may be promised; whoever makes them is one person at least.
 */
export function dutyIn(piece: TimeRange, staffing: Staffing, now: number): Duty {
  const left = { start: Math.min(piece.end, Math.max(piece.start, now)), end: piece.end }
  const ms = left.end - left.start
  if (staffing.kind === 'roster') {
    const clerkMs = workIn(staffing.presences, left)
    return { ...left, clerkMs, promisedMs: Math.floor(clerkMs * PROMISED_SHARE) }
  }
  const { perHour, typicalMs } = staffing
  const promisedMs = Math.floor((perHour * typicalMs * ms) / HOUR_MS)
  return { ...left, clerkMs: perHour === 0 ? 0 : Math.max(ms, promisedMs), promisedMs }
}
