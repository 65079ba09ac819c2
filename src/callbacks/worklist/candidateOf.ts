import type { Candidate } from './nextBestRule.ts'
import type { Waiting } from './nextBestStore.ts'

/** What waits, as this account sees it. */
export function candidateOf(row: Waiting, accountId: string): Candidate {
  return {
    id: row.id,
    practice: row.practice,
    promise: row.promise,
    promisedAt: row.promised_at.getTime(),
    due: { start: row.due_from.getTime(), end: row.due_until.getTime() },
    workMs: row.work_ms,
    attempts: row.attempts,
    whose: whoseIs(row, accountId),
    spoken: row.spoken,
  }
}

/** Who stands in for somebody who is away has it as their own. */
function whoseIs(
  { reserved_for: person, away_until: away, stand_in_id: standIn }: Waiting,
  accountId: string,
): Candidate['whose'] {
  if (person === null) return 'team'
  if (person === accountId) return 'mine'
  if (standIn === accountId) return 'stand-in'
  return away !== null && standIn === null ? 'team' : 'other'
}
