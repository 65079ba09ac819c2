import type { Reader } from '../platform/db/connect.ts'
import { PLACE_KEPT_MS, placeRegained, type Place } from './placeRule.ts'

/**
 * The place that a number regains on a line, by `placeRegained`.
 * @param number E.164
 * @param now the new call's first INVITE
 */
export async function placeOf(
  reader: Reader,
  cityId: string,
  lineId: string,
  number: string,
  now: Date,
): Promise<Place | null> {
  const rows = await reader
    .selectFrom('call')
    .leftJoin('call as later', (join) =>
      join.onRef('later.city_id', '=', 'call.city_id').onRef('later.place_of', '=', 'call.id'),
    )
    .select(['call.id', 'call.offered_at', 'call.answered_at', 'call.ended_at', 'call.end_reason'])
    .select(['call.place_since', 'later.id as later_id'])
    .where('call.city_id', '=', cityId)
    .where('call.caller', '=', number)
    .where('call.line_id', '=', lineId)
    .where('call.source', '=', 'asterisk')
    .where('call.direction', '=', 'in')
    .where((where) =>
      where.or([
        where('call.ended_at', 'is', null),
        where('call.ended_at', '>=', new Date(now.getTime() - PLACE_KEPT_MS)),
      ]),
    )
    .execute()
  const earlier = rows.map((row) => ({
    id: row.id,
    offeredAt: row.offered_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    placeSince: row.place_since,
    placeTaken: row.later_id !== null,
  }))
  return placeRegained(earlier, now)
}
