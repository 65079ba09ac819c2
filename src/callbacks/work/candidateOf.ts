import type { Candidate } from './nextBestRule.ts'
import type { Waiting } from './nextBestStore.ts'

/** A call and its after-work, where nothing is known yet. */
const TYPICAL_WORK_MS = 10 * 60_000

/** What waits, as this account sees it. */
export function candidateOf(row: Waiting, accountId: string): Candidate {
  return {
    id: row.id,
    practice: row.practice,
    promise: row.promise,
    promisedAt: row.promised_at.getTime(),
    due: { start: row.due_from.getTime(), end: row.due_until.getTime() },
    workMs: TYPICAL_WORK_MS,
    attempts: row.attempts,
    whose: whoseIs(row.reserved_for, accountId),
    spoken: true,
  }
}

const whoseIs = (reservedFor: string | null, accountId: string): Candidate['whose'] => {
  if (reservedFor === null) return 'team'
  return reservedFor === accountId ? 'mine' : 'other'
}
