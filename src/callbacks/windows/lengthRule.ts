import type { Attempt } from '../model.ts'

const MINUTE = 60_000

/** What a callback takes before anything was measured: eight minutes, widely spread. */
export const PRIOR: Length = { weight: 0, meanMs: 8 * MINUTE, variance: (1.2 * 8 * MINUTE) ** 2 }
/** So many measured callbacks weigh as much as what was believed before. */
const PRIOR_WEIGHT = 10
/** Older ones fade: about the last 200 count. */
const MEMORY = 200
/** Whoever forgets to say what came of a call does not make the team slow. */
const LONGEST_AFTER_WORK_MS = 20 * MINUTE
const LONGEST_MS = 60 * MINUTE
const SHORTEST_MS = MINUTE

/** How long callbacks take, call and after-work together. */
export interface Length {
  /** Number of measured callbacks, fading. */
  weight: number
  meanMs: number
  /** In square milliseconds. */
  variance: number
}

/**
 * Clerk time of a closed attempt that reached somebody: from answered to hung up, and until the outcome was recorded.
 * Null when it says nothing. Of a clerk's own telephone only beginning and outcome are known.
 */
export function measuredMs({
  answeredAt,
  hungUpAt,
  closedAt,
  result,
}: Pick<Attempt, 'answeredAt' | 'hungUpAt' | 'closedAt' | 'result'>): number | null {
  if (result !== 'reached' || !answeredAt || !closedAt) return null
  const call = (hungUpAt ?? closedAt).getTime() - answeredAt.getTime()
  const after = hungUpAt ? closedAt.getTime() - hungUpAt.getTime() : 0
  if (call < 0) return null
  return Math.min(LONGEST_MS, call + Math.min(LONGEST_AFTER_WORK_MS, Math.max(0, after)))
}

/** What is known after one more callback (mean and variance by Welford, with a memory of 200). */
export function learnt(before: Length | null, ms: number): Length {
  if (!before) return { weight: 1, meanMs: ms, variance: 0 }
  const weight = Math.min(before.weight, MEMORY - 1) + 1
  const apart = ms - before.meanMs
  return {
    weight,
    meanMs: before.meanMs + apart / weight,
    variance: (1 - 1 / weight) * (before.variance + apart ** 2 / weight),
  }
}

/** Shrinks what was measured towards what is believed without it: the less there is, the more. */
function shrunk(measured: Length | null, believed: Length): Length {
  if (!measured) return believed
  const share = measured.weight / (measured.weight + PRIOR_WEIGHT)
  const apart = measured.meanMs - believed.meanMs
  return {
    weight: measured.weight,
    meanMs: share * measured.meanMs + (1 - share) * believed.meanMs,
    variance: share * measured.variance + (1 - share) * believed.variance + share * (1 - share) * apart ** 2,
  }
}

/** What the next callback of a service is expected to take: its own measure, shrunk to the team's, that one to the prior. */
export function expected(service: Length | null, team: Length | null): Length {
  return shrunk(service, shrunk(team, PRIOR))
}

/** The planned work of a callback, in whole milliseconds: a minute at least, an hour at most. */
export function plannedMs({ meanMs }: Length): number {
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, meanMs)))
}
