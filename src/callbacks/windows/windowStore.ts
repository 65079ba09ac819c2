import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import type { Booked } from './capacityRule.ts'
import type { OpenWork } from './forecast.ts'

/** What is promised in the windows of a team that overlap a range. */
export async function bookedIn(
  reader: Reader,
  cityId: string,
  teamId: string,
  range: TimeRange,
): Promise<Booked[]> {
  const rows = await reader
    .selectFrom('window_capacity')
    .select(['starts_at', 'ends_at', 'taken_ms'])
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('starts_at', '<', new Date(range.end))
    .where('ends_at', '>', new Date(range.start))
    .where('taken_ms', '>', 0)
    .execute()
  return rows.map((row) => ({
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
    workMs: row.taken_ms,
  }))
}

/** The open work of a team from a moment on. */
export interface WorkAhead {
  /** What is promised in windows that begin before `until`. */
  booked: readonly Booked[]
  /** What is overdue, or has no room in the window in which it is due; summed by window. */
  loose: readonly OpenWork[]
}

/** All open work in one statement: what is booked in windows that are not over, what is overdue, what has no room. */
export async function workAhead(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
  until: Date,
): Promise<WorkAhead> {
  const team = sql`city_id = ${cityId}::text and team_id = ${teamId}::uuid`
  const open = sql`${team} and state <> 'done' and not practice`
  const { rows } = await sql<{ start: Date; end: Date; workMs: number; isBooked: boolean }>`
    select starts_at as start, ends_at as "end", taken_ms as "workMs", true as "isBooked" from window_capacity
    where ${team} and starts_at < ${until}::timestamptz and ends_at > ${now}::timestamptz and taken_ms > 0
    union all
    select due_from, due_until, sum(work_ms)::bigint, false from callback
    where ${open} and due_until <= ${now}::timestamptz
    group by 1, 2
    union all
    select due_from, due_until, sum(work_ms)::bigint, false from callback
    where ${open} and not books_unit and due_until > ${now}::timestamptz
    group by 1, 2`.execute(reader)
  const [booked, loose]: [Booked[], OpenWork[]] = [[], []]
  for (const { start, end, workMs, isBooked } of rows)
    (isBooked ? booked : loose).push({ start: start.getTime(), end: end.getTime(), workMs })
  return { booked, loose }
}

/** Whoever books for a team waits here until nobody else does: windows that lie in one another share their room. */
export async function lockTeam(tx: Tx, cityId: string, teamId: string): Promise<void> {
  await sql`select from team where city_id = ${cityId}::text and id = ${teamId}::uuid for no key update`.execute(
    tx,
  )
}

/** Books work into a window. The constraint `window_capacity_kept` refuses more than `capacityMs`. */
export async function bookWork(
  tx: Tx,
  cityId: string,
  teamId: string,
  window: TimeRange,
  { workMs, capacityMs }: { workMs: number; capacityMs: number },
): Promise<void> {
  await sql`
    insert into window_capacity (city_id, team_id, starts_at, ends_at, capacity_ms, taken_ms)
    values (${cityId}::text, ${teamId}::uuid, ${new Date(window.start)}::timestamptz,
            ${new Date(window.end)}::timestamptz, ${capacityMs}::bigint, ${workMs}::bigint)
    on conflict (city_id, team_id, starts_at, ends_at) do update
      set capacity_ms = excluded.capacity_ms, taken_ms = window_capacity.taken_ms + excluded.taken_ms`.execute(
    tx,
  )
}

/** Gives the work of a callback that is open no more, or due at another time, back to its window. */
export async function releaseWork(
  tx: Tx,
  cityId: string,
  teamId: string,
  window: { start: Date; end: Date },
  workMs: number,
): Promise<void> {
  await tx
    .updateTable('window_capacity')
    .set({ taken_ms: sql<number>`taken_ms - ${workMs}::bigint` })
    .where('city_id', '=', cityId)
    .where('team_id', '=', teamId)
    .where('starts_at', '=', window.start)
    .where('ends_at', '=', window.end)
    .executeTakeFirstOrThrow()
}
