import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { Range } from '../store.ts'
import type { Grouping, PromiseFigures } from './contract.ts'
import type { ServiceClock } from './serviceClock.ts'

export interface GroupFigures {
  by: Grouping | 'total'
  /** A service's or team's id, an hour ('09'); empty for the total and for promises without a service. */
  key: string
  figures: PromiseFigures
}

/**
 * Figures of the promises whose window ends in the range, and of the same by service, by team and by the local hour in
 * which the window begins: all in one statement.
 */
export async function groupFigures(
  reader: Reader,
  city: { id: string; timeZone: string },
  { from, to }: Range,
  clock: ServiceClock,
): Promise<GroupFigures[]> {
  const percentile = (share: number, column: 'wait_ms' | 'service_ms') =>
    sql`percentile_disc(${share}::float8) within group (order by ${sql.ref(column)})`
  const { rows } = await sql<PromiseFigures & Omit<GroupFigures, 'figures'>>`
    with promise as (
      select c.promise, c.cause, c.outcome, tries.*,
        -- Groups are found by sorting, which is dear in the order of German words.
        coalesce(k.service_id, '') collate "C" as service, c.team_id::text collate "C" as team,
        to_char(c.window_start at time zone ${city.timeZone}::text, 'HH24') collate "C" as hour,
        c.sequence > 0 and exists (
          select from event e
          where e.city_id = c.city_id and e.subject_id = c.id::text and e.kind = 'callback.changed-by-citizen'
            and (e.data ->> 'promiseMoved')::boolean
        ) as moved,
        (date_part('epoch', c.promised_at) * 1000)::int8 as promised_ms,
        (date_part('epoch', tries.first_at) * 1000)::int8 as first_ms
      from callback c
      join "case" k on k.city_id = c.city_id and k.id = c.case_id
      left join lateral (
        select count(*)::int4 as tries, (count(*) filter (where a.result = 'reached'))::int4 as reached,
          min(a.started_at) as first_at, (array_agg(a.result order by a.started_at, a.id))[1] as first_result
        from attempt a
        where a.city_id = c.city_id and a.callback_id = c.id and a.result is distinct from 'called-back-meanwhile'
      ) tries on true
      where c.city_id = ${city.id}::text and not c.practice
        and c.window_end >= ${from}::timestamptz and c.window_end < ${to}::timestamptz
    ), timed as (
      select promise.*, first_ms - promised_ms as wait_ms,
        ${passedAt(clock, 'first_ms')} - ${passedAt(clock, 'promised_ms')} as service_ms
      from promise
    )
    select
      case grouping(service, team, hour) when 7 then 'total' when 3 then 'service' when 5 then 'team' else 'hour' end
        as by,
      coalesce(service, team, hour, '') as key,
      count(*) as promised,
      count(*) filter (where promise = 'kept') as kept,
      count(*) filter (where promise = 'broken') as broken,
      count(*) filter (where cause = 'nobody-took-it') as "brokenNobodyTookIt",
      count(*) filter (where cause = 'owner-did-not-call') as "brokenOwnerDidNotCall",
      count(*) filter (where cause = 'telephone-failed') as "brokenTelephoneFailed",
      count(*) filter (where cause = 'nobody-on-duty') as "brokenNobodyOnDuty",
      count(*) filter (where cause = 'wrong-number') as "brokenWrongNumber",
      count(*) filter (where promise = 'withdrawn') as withdrawn,
      count(*) filter (where promise = 'open') as open,
      count(*) filter (where moved) as moved,
      count(first_at) as "firstAttempts",
      count(*) filter (where first_result = 'reached') as "firstReached",
      coalesce(sum(tries), 0) as tries,
      coalesce(sum(reached), 0) as reached,
      count(*) filter (where reached > 0) as spoken,
      count(*) filter (where reached = 1 and outcome not in ('follow-up', 'not-reached')) as "settledAtOnce",
      ${percentile(0.5, 'wait_ms')} as "firstAttemptMedianMs",
      ${percentile(0.9, 'wait_ms')} as "firstAttemptP90Ms",
      ${percentile(0.5, 'service_ms')} as "firstAttemptServiceMedianMs",
      ${percentile(0.9, 'service_ms')} as "firstAttemptServiceP90Ms"
    from timed
    group by grouping sets ((), (service), (team), (hour))`.execute(reader)
  return rows.map(({ by, key, ...figures }) => ({ by, key, figures }))
}

/**
 * Service time that has passed at a moment: what had passed at the last edge, and since then when that began an opening. The
 * lists are constants: out of a row they would be copied for each promise.
 */
function passedAt({ edges, passed }: ServiceClock, column: 'first_ms' | 'promised_ms') {
  const at = sql.ref(column)
  const edge = sql`width_bucket(${at}, ${edges}::int8[])`
  return sql`case when ${at} is null then null else coalesce((${passed}::int8[])[${edge}]
    + case when ${edge} % 2 = 1 then ${at} - (${edges}::int8[])[${edge}] else 0 end, 0) end`
}

/** Names of all services, also of those that are not offered any more. */
export async function serviceNames(reader: Reader, cityId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, data ->> 'name' as name from service where city_id = ${cityId}::text`.execute(reader)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
