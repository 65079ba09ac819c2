import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { Pace, Tested } from './waitRule.ts'

/** Where in line a caller was told to be, and how long that was thought to take; only the first word counts. */
export async function saveEstimate(
  reader: Reader,
  row: { cityId: string; callId: string; at: Date; expectedMs: number },
): Promise<void> {
  await reader
    .insertInto('wait_estimate')
    .values({ city_id: row.cityId, call_id: row.callId, at: row.at, expected_ms: row.expectedMs })
    .onConflict((c) => c.columns(['city_id', 'call_id']).doNothing())
    .execute()
}

/** How fast a line was answered since an instant. */
export async function paceOf(
  reader: Reader,
  cityId: string,
  lineId: string,
  { since, now }: { since: Date; now: Date },
): Promise<Pace> {
  const { rows } = await sql<{ answered: number; first: Date | null }>`
    select count(*) as answered, min(answered_at) as first from call
    where city_id = ${cityId}::text and line_id = ${lineId}::uuid and source = 'asterisk'
      and offered_at >= ${since}::timestamptz and answered_at is not null`.execute(reader)
  const { answered = 0, first = null } = rows[0] ?? {}
  return { answered, overMs: first ? now.getTime() - first.getTime() : 0 }
}

/** What callers were told since an instant, where it is known how it came. */
export async function testsSince(reader: Reader, cityId: string, since: Date): Promise<Tested[]> {
  const { rows } = await sql<Tested>`
    select e.expected_ms as "expectedMs", c.answered_at is not null as answered,
      (extract(epoch from coalesce(c.answered_at, c.ended_at) - e.at) * 1000)::int as "actualMs"
    from wait_estimate e join call c on c.city_id = e.city_id and c.id = e.call_id
    where e.city_id = ${cityId}::text and e.at >= ${since}::timestamptz
      and coalesce(c.answered_at, c.ended_at) is not null
      and (c.answered_at is not null or c.end_reason = 'abandoned')`.execute(reader)
  return rows
}
