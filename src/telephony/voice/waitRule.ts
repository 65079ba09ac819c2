// An expected wait is said only while today's estimates were right; a wrong one is worse than none.

/** With fewer answers lately there is nothing to count on. */
const LEAST_ANSWERS = 3
/** Fewer tests of today prove nothing. */
const LEAST_TESTS = 8
const RIGHT_SHARE = 0.75
/** An estimate is right when it missed by a minute at most, or by a third. */
const MISS_MS = 60_000
const MISS_SHARE = 1 / 3
/** Beyond that nobody wants a number. */
const LONGEST_MS = 30 * 60_000
const MINUTE_MS = 60_000

/** How fast the line was answered lately. */
export interface Pace {
  /** Calls answered in this time. */
  answered: number
  /** From the first of them until now. */
  overMs: number
}

/** What a caller was told, and how it came. */
export interface Tested {
  expectedMs: number
  /** Until the answer, or until the caller left. */
  actualMs: number
  answered: boolean
}

/** Place in line times the time between two answers; null without enough answers. @param position from 1 */
export function estimateWait(position: number, { answered, overMs }: Pace): number | null {
  if (answered < LEAST_ANSWERS) return null
  return Math.round((position * overMs) / answered)
}

/** Whole minutes to say, or null. @param tests of today */
export function minutesToSay(expectedMs: number | null, tests: readonly Tested[]): number | null {
  if (expectedMs === null || expectedMs > LONGEST_MS) return null
  const judged = tests.flatMap((test) => isRight(test) ?? [])
  if (judged.length < LEAST_TESTS) return null
  const right = judged.filter(Boolean).length / judged.length
  return right >= RIGHT_SHARE ? Math.max(1, Math.ceil(expectedMs / MINUTE_MS)) : null
}

/** Null where nobody can tell: the caller left before the time was over. */
function isRight({ expectedMs, actualMs, answered }: Tested): boolean | null {
  const miss = Math.max(MISS_MS, expectedMs * MISS_SHARE)
  if (answered) return Math.abs(actualMs - expectedMs) <= miss
  return actualMs > expectedMs + miss ? false : null
}
