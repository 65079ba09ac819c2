import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import { PROMISE_DUE } from './promiseCallback.ts'
import { RECORD_DELAY_MS } from './promiseRule.ts'

/** What must never be: a promise or a caller's concern that nothing and nobody comes back to. */
export type Violation = 'no-job' | 'not-decided' | 'owner-gone' | 'team-gone' | 'case-forgotten'

export interface Violated {
  cityId: string
  violation: Violation
  /** The callback's id; the case's for `case-forgotten`. */
  id: string
}

/** The sweep decides within seconds; a minute more is a promise that nobody decides. */
const SWEEP_GRACE_MS = 60_000

/** Everything that breaks the rule at this moment, of every city. */
export async function violations(reader: Reader, now: Date): Promise<Violated[]> {
  const late = new Date(now.getTime() - RECORD_DELAY_MS - SWEEP_GRACE_MS)
  const { rows } = await sql<Violated>`
    with due as (
      select data ->> 'callbackId' as id from pgboss.job
      where name = ${PROMISE_DUE}::text and state in ('created', 'retry', 'active')
    ), open as (
      select c.city_id as "cityId", c.id, c.promise, c.state, c.window_end, c.owner_id, c.team_id
      from callback c where c.state <> 'done'
    )
    select "cityId", 'no-job' as violation, id from open
      where promise = 'open' and window_end >= ${now}::timestamptz and id::text not in (select id from due)
    union all
    select "cityId", 'not-decided', id from open where promise = 'open' and window_end < ${late}::timestamptz
    union all
    select "cityId", 'owner-gone', open.id from open
      join account a on a.city_id = "cityId" and a.id = owner_id
      where state = 'taken' and (not a.active or a.role not in ('clerk', 'report', 'lead'))
    union all
    select "cityId", 'team-gone', open.id from open
      where state = 'waiting' and not exists (
        select from account a
        left join account_team t on t.city_id = a.city_id and t.account_id = a.id
        where a.city_id = "cityId" and a.active
          and (a.role = 'lead' or (a.role in ('clerk', 'report') and t.team_id = open.team_id)))
    union all
    select k.city_id, 'case-forgotten', k.id from "case" k
      where k.state = 'open' and not exists (
        select from callback c where c.city_id = k.city_id and c.case_id = k.id and c.state <> 'done')
    order by 1, 2, 3`.execute(reader)
  return rows
}
