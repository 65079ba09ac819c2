import { newId } from '../../../src/platform/ids.ts'
import type { Desk, House } from './house.ts'

/** A promised callback that this clerk is about to make. @returns the attempt's id */
export async function givenAttempt({ platform: { db }, city }: House, clerk: Desk): Promise<string> {
  const { cityId, teams } = city
  const [caseId, callbackId, attemptId] = [newId(), newId(), newId()]
  const now = new Date()
  const later = new Date(now.getTime() + 3_600_000)
  const shared = { city_id: cityId, team_id: teams.office }
  await db
    .insertInto('case')
    .values({
      ...shared,
      id: caseId,
      number: caseId,
      channel: 'phone',
      reason: 'Test',
      intake_outcome: 'callback',
      state: 'open',
      opened_at: now,
    })
    .execute()
  await db
    .insertInto('callback')
    .values({
      ...shared,
      id: callbackId,
      case_id: caseId,
      window_start: now,
      window_end: later,
      promised_at: now,
      due_from: now,
      due_until: later,
    })
    .execute()
  await db
    .insertInto('attempt')
    .values({
      city_id: cityId,
      id: attemptId,
      callback_id: callbackId,
      number: 1,
      account_id: clerk.account.id,
      via: 'asterisk',
      started_at: now,
    })
    .execute()
  return attemptId
}
