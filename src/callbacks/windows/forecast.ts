import type { TimeRange } from '../../shared/timeRange.ts'
import type { Duty } from './dutyRule.ts'
import type { Length } from './lengthRule.ts'

/** Open callbacks that are due in one window, with their planned work. */
export interface OpenWork extends TimeRange {
  workMs: number
}

/** A team as it stands at a moment. */
export interface DeskState {
  now: number
  /** Who will be there, from now on, in order. */
  duty: readonly Duty[]
  /** All open work, also what is overdue and what has no room in its window. */
  open: readonly OpenWork[]
  /** How long a callback takes, and how far it spreads. */
  length: Length
}

/**
 * When the first attempt of one more callback in this window will have been made: its mean plus `theta` standard
 * deviations, epoch ms; null when that lies beyond the duty that is known. A simulator may stand here later.
 */
export type Forecast = (state: DeskState, window: TimeRange, theta: number) => number | null

/**
 * Work in the order of its due time, done by the clerks on duty from the moment it may begin. Before the callback comes all
 * open work that is due no later. Whatever begins at `s` or later and is due by the window's end is `m` milliseconds of
 * clerk time with the spread `sd = cv * sqrt(length * m)` of its independent callbacks; it is through when the clerks
 * have worked `m + theta * sd` from `s` on. The latest of these moments counts. More work or fewer clerks never make it earlier.
 */
export const forecastByWorkAhead: Forecast = ({ now, duty, open, length }, window, theta) => {
  const ahead = open.filter((work) => work.end <= window.end).toSorted((a, b) => b.start - a.start)
  const spread = Math.sqrt(length.variance / length.meanMs)
  let latest = Math.max(now, window.start)
  let workMs = 0
  for (const [i, work] of ahead.entries()) {
    workMs += work.workMs
    const from = Math.max(now, work.start)
    const next = ahead[i + 1]
    if (next && Math.max(now, next.start) === from) continue
    const through = workedThrough(duty, from, workMs + theta * spread * Math.sqrt(workMs))
    if (through === null) return null
    latest = Math.max(latest, through)
  }
  return latest
}

/** When the clerks on duty have worked so long from a moment on; null when the known duty ends before. */
function workedThrough(duty: readonly Duty[], from: number, workMs: number): number | null {
  let left = workMs
  for (const piece of duty) {
    const start = Math.max(piece.start, from)
    if (start >= piece.end || piece.clerkMs === 0) continue
    const pace = piece.clerkMs / (piece.end - piece.start)
    const here = pace * (piece.end - start)
    if (here >= left) return Math.ceil(start + left / pace)
    left -= here
  }
  return null
}
