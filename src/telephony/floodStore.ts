import { openCaseOfNumber } from '../cases/index.ts'
import { callLimitsOf } from '../city/index.ts'
import type { Reader } from '../platform/db/connect.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { isFlood, limitFor } from './floodRule.ts'

/**
 * Whether a call is turned away because its number (or all who withhold theirs) has called too often for nothing. Never
 * for a number to which the city has promised something.
 * @param now the call's first INVITE
 */
export async function isFlooding(
  reader: Reader,
  cityId: string,
  caller: PhoneNumber | null,
  now: Date,
): Promise<boolean> {
  const limits = limitFor(await callLimitsOf(reader, cityId), caller === null)
  const rows = await reader
    .selectFrom('call')
    .select(['offered_at', 'answered_at', 'ended_at', 'end_reason'])
    .where('city_id', '=', cityId)
    .where('caller', caller === null ? 'is' : '=', caller)
    .where('offered_at', '>', new Date(now.getTime() - limits.minutes * 60_000))
    .where('direction', '=', 'in')
    .where('source', '=', 'asterisk')
    .execute()
  const earlier = rows.map((row) => ({
    offeredAt: row.offered_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    blocked: row.end_reason === 'blocked',
  }))
  if (!isFlood(earlier, limits, now)) return false
  const promised = caller && (await openCaseOfNumber(reader, cityId, caller, { now, practice: false }))
  return !promised?.promise
}
