import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { Range } from '../store.ts'
import type { TrialInputs } from './inputs.ts'

/**
 * What the days of a trial cost and settled: conversations of agents, time of clerks from dialling to the outcome, concerns
 * opened in it and settled by now, whenever that was. Practice never counts.
 */
export async function workIn(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<TrialInputs['work']> {
  const { rows } = await sql<TrialInputs['work']>`
    select calls.*, cases.*, tries.*
    from (
      select count(*) as answered, coalesce(sum(talk_ms), 0)::int8 as "talkMs"
      from call
      where city_id = ${cityId}::text and offered_at >= ${from}::timestamptz and offered_at < ${to}::timestamptz
        and direction = 'in' and source <> 'training' and answered_at is not null
    ) calls, (
      select count(*) as opened, count(*) filter (where state = 'settled') as settled
      from "case"
      where city_id = ${cityId}::text and opened_at >= ${from}::timestamptz and opened_at < ${to}::timestamptz
        and not practice and intake_outcome <> 'report'
    ) cases, (
      select coalesce(sum(round(extract(epoch from a.closed_at - a.started_at) * 1000)), 0)::int8 as "clerkMs"
      from attempt a
      join callback c on c.city_id = a.city_id and c.id = a.callback_id
      where a.city_id = ${cityId}::text and a.started_at >= ${from}::timestamptz and a.started_at < ${to}::timestamptz
        and not c.practice
    ) tries`.execute(reader)
  return rows[0]!
}
