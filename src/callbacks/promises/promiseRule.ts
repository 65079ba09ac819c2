import type { Attempt, BrokenCause } from '../model.ts'

export type AttemptFacts = Pick<
  Attempt,
  'via' | 'startedAt' | 'rangAt' | 'answeredAt' | 'closedAt' | 'result'
> &
  Partial<Pick<Attempt, 'heard'>>

export interface PromiseFacts {
  windowStart: Date
  windowEnd: Date
  /** Since when it is in somebody's hands; null while it waits. */
  takenAt: Date | null
  attempts: readonly AttemptFacts[]
  /** Nobody of the team was on duty in the whole window; asked only once it has passed. */
  nobodyOnDuty?: boolean
}

export type Verdict =
  | { promise: 'open' }
  /** `earlyMs`: how long before the window; null inside it. */
  | { promise: 'kept'; at: Date; earlyMs: number | null }
  | { promise: 'broken'; at: Date; cause: BrokenCause }

/** How long news from the telephone system may be on its way: an attempt under way may have rung in time. */
export const NEWS_DELAY_MS = 10_000
/** How long somebody may take to say what came of a call that only they know of. */
export const RECORD_DELAY_MS = 2 * 3_600_000

/**
 * Whether a promised callback was kept. Kept: the citizen's telephone rang in the window (both ends belong to it), or
 * the citizen was reached before. Broken: the window passed without; then it counts as broken at the window's very end,
 * whenever it was found out. Exact to the millisecond; a verdict never changes.
 */
export function decidePromise(facts: PromiseFacts, now: Date): Verdict {
  const { windowStart, windowEnd, attempts } = facts
  const kept = attempts
    .map((attempt) => keepingMoment(attempt, facts))
    .filter((at) => at !== null)
    .sort((a, b) => a.getTime() - b.getTime())[0]
  if (kept) {
    const earlyMs = windowStart.getTime() - kept.getTime()
    return { promise: 'kept', at: kept, earlyMs: earlyMs > 0 ? earlyMs : null }
  }
  if (now <= windowEnd || attempts.some((attempt) => mayStillKeep(attempt, facts, now))) {
    return { promise: 'open' }
  }
  return { promise: 'broken', at: windowEnd, cause: causeOf(facts) }
}

function keepingMoment({ rangAt, answeredAt, result }: AttemptFacts, facts: PromiseFacts): Date | null {
  const { windowStart, windowEnd } = facts
  if (rangAt && rangAt >= windowStart && rangAt <= windowEnd) return rangAt
  // A mailbox answers too: only the clerk knows who was reached.
  if (result === 'reached' && answeredAt && answeredAt <= windowEnd) return answeredAt
  return null
}

/** An open attempt whose decisive moment lies before the window's end but is not known yet. */
function mayStillKeep(attempt: AttemptFacts, { windowEnd }: PromiseFacts, now: Date): boolean {
  const { via, startedAt, answeredAt, rangAt, closedAt } = attempt
  if (closedAt || startedAt > windowEnd) return false
  const late = now.getTime() - windowEnd.getTime()
  if (via === 'tel' || (answeredAt && answeredAt <= windowEnd)) return late <= RECORD_DELAY_MS
  return rangAt === null && late <= NEWS_DELAY_MS
}

function causeOf({ windowStart, windowEnd, takenAt, attempts, nobodyOnDuty }: PromiseFacts): BrokenCause {
  const failed = attempts.findLast(
    ({ startedAt, rangAt, closedAt, result }) =>
      closedAt &&
      result !== 'called-back-meanwhile' &&
      !rangAt &&
      startedAt >= windowStart &&
      startedAt <= windowEnd,
  )
  if (failed) return failed.heard === 'no-such-number' ? 'wrong-number' : 'telephone-failed'
  if (nobodyOnDuty) return 'nobody-on-duty'
  return takenAt && takenAt <= windowEnd ? 'owner-did-not-call' : 'nobody-took-it'
}
