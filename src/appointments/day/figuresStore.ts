import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { Told } from './figuresRule.ts'

/**
 * Everything the log says of the appointments of an office that were once to be on a day of the period, in its order;
 * holds are left out.
 */
export async function eventsOfPeriod(
  reader: Reader,
  { cityId, officeId, from, to }: { cityId: string; officeId: string; from: string; to: string },
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    with place as (
      select subject_id, case when kind = 'appointment.moved' then data -> 'to' else data end as at
      from event
      where city_id = ${cityId}::text and kind in ('appointment.booked', 'appointment.moved')
        -- Nobody books more than a year ahead.
        and at >= ${from}::date - interval '370 days' and at < ${to}::date + interval '2 days'
    ), chosen as (
      select distinct subject_id from place
      where at ->> 'officeId' = ${officeId}::text and at ->> 'date' between ${from}::text and ${to}::text
    )
    select e.subject_id as id, e.kind, (extract(epoch from e.at) * 1000)::int8 as at, e.data
    from event e join chosen c on c.subject_id = e.subject_id
    where e.city_id = ${cityId}::text and e.kind like 'appointment.%' and e.kind not like 'appointment.hold%'
      and e.kind <> 'appointment.held'
    order by e.seq`.execute(reader)
  return rows
}
