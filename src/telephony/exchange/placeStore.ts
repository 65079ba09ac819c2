import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Arrival } from './liveCall.ts'
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

/** What an arrival regains, in its own words; nothing without a shown number. */
export async function placeFor(
  reader: Reader,
  line: { cityId: string; id: string },
  { caller, offeredAt }: Pick<Arrival, 'caller' | 'offeredAt'>,
): Promise<Pick<Arrival, 'placeSince' | 'placeOf'>> {
  const place = caller && (await placeOf(reader, line.cityId, line.id, caller, offeredAt))
  return place ? { placeSince: place.since, placeOf: place.of } : {}
}

/** The columns of an arriving call; of two calls that regain one place at the same moment the first is on record. */
export async function regainedPlace(tx: Tx, { cityId }: Context, { placeSince, placeOf: of }: Arrival) {
  if (!placeSince || !of) return {}
  const other = await tx
    .selectFrom('call')
    .select('id')
    .where('city_id', '=', cityId)
    .where('place_of', '=', of)
    .executeTakeFirst()
  return other ? {} : { place_since: placeSince, place_of: of }
}
