import { sql } from 'kysely'
import { violations } from '../../src/callbacks/promises/invariantStore.ts'
import { presencesOf, workIn } from '../../src/callbacks/roster/index.ts'
import { serviceHoursOf } from '../../src/city/index.ts'
import { replay } from '../../src/trial/replay.ts'
import type { Office } from './office.ts'
import type { Month } from './runMonth.ts'

/** Something that must never be, with its figures. */
export type Wrong = string

/**
 * What must hold when a callback was just promised with capacity: its window lies in the service hours, and the work
 * that is promised in it takes no longer than those who are on duty then have for callbacks. Counted from the callbacks
 * and the roster, not from the rule that offers.
 */
export async function checkPromised({ platform, city, teamId }: Office, id: string): Promise<Wrong[]> {
  const { db, clock } = platform
  const { rows } = await sql<{ start: Date; end: Date; workMs: number }>`
    select c.window_start as start, c.window_end as "end",
      (select sum(o.work_ms)::float8 from callback o where o.city_id = c.city_id and o.team_id = c.team_id and o.books_unit
         and o.state <> 'done' and o.due_from >= c.due_from and o.due_until <= c.due_until) as "workMs"
    from callback c where c.id = ${id}::uuid`.execute(db)
  const [row] = rows
  if (!row) return [`callback ${id} is gone`]
  const window = { start: row.start.getTime(), end: row.end.getTime() }
  const hours = await serviceHoursOf(db, city.cityId)
  const left = { start: Math.max(window.start, clock.now().getTime()), end: window.end }
  const dutyMs = workIn(await presencesOf(db, city.cityId, teamId, left), left)
  const wrong: Wrong[] = []
  if (
    !hours
      .openingsOn(hours.dateOf(window.start))
      .some((one) => one.start <= window.start && window.end <= one.end)
  )
    wrong.push(`callback ${id}: window outside the service hours`)
  if (row.workMs > dutyMs) wrong.push(`callback ${id}: ${row.workMs} ms promised, ${dutyMs} ms on duty`)
  return wrong
}

/** What must hold at the end of a month; empty when it does. */
export async function checkMonth({ office, endedAt }: Month): Promise<Wrong[]> {
  const { platform, city } = office
  const { cityId } = city
  const ids = async (rule: string, query: ReturnType<typeof sql<{ id: string }>>): Promise<Wrong[]> => {
    const { rows } = await query.execute(platform.db)
    return rows.map(({ id }) => `${rule}: ${id}`)
  }
  const forgotten = await violations(platform.db, endedAt)
  const replayed = await replay(platform.db, cityId)
  return [
    ...forgotten.filter((one) => one.cityId === cityId).map(({ violation, id }) => `${violation}: ${id}`),
    ...(await ids(
      'a promise lost',
      sql<{ id: string }>`select id from callback where city_id = ${cityId}
        and promise = 'open' and (window_end < ${endedAt}::timestamptz or state = 'done')`,
    )),
    ...(await ids(
      'a broken promise without cause',
      sql<{
        id: string
      }>`select id from callback where city_id = ${cityId} and (promise = 'broken') <> (cause is not null)`,
    )),
    ...(await ids(
      'a case left behind',
      sql<{
        id: string
      }>`select k.id from "case" k left join callback c on c.city_id = k.city_id and c.case_id = k.id
        where k.city_id = ${cityId} and (k.state = 'open') <> (c.id is not null and c.state <> 'done')`,
    )),
    ...(await ids(
      'two attempts at once',
      sql<{ id: string }>`select a.id from attempt a join attempt b on b.city_id = a.city_id and b.id > a.id
        and (b.callback_id = a.callback_id or b.account_id = a.account_id)
        and tstzrange(a.started_at, a.closed_at) && tstzrange(b.started_at, b.closed_at)
        where a.city_id = ${cityId}`,
    )),
    ...replayed.flatMap(({ day, differences }) =>
      differences.map((one) => `${day} ${one.figure}: tables ${one.tables}, events ${one.events}`),
    ),
  ]
}
