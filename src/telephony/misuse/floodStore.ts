import { sql } from 'kysely'
import { openCaseOfNumber } from '../../cases/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
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
  const rows = await reader
    .selectFrom('call')
    .innerJoin('city', 'city.id', 'call.city_id')
    .select(['offered_at', 'answered_at', 'ended_at', 'end_reason'])
    .select(['flood_minutes as minutes', 'flood_calls as calls', 'flood_anonymous_calls as anonymousCalls'])
    .where('city_id', '=', cityId)
    .where('caller', caller === null ? 'is' : '=', caller)
    .where('offered_at', '>', sql<Date>`${now}::timestamptz - flood_minutes * interval '1 minute'`)
    .where('direction', '=', 'in')
    .where('source', '=', 'asterisk')
    .execute()
  const [first] = rows
  if (!first) return false
  const limits = limitFor(first, caller === null)
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
