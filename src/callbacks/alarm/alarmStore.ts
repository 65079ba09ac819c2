import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Condition, OpenPromise, Stage } from './alarmModel.ts'

/** An open promise whose window is not over, with what is being done about it. */
export interface WatchedPromise extends OpenPromise {
  teamId: string
  caseNumber: string
  /** Who has it in hand, or whom it waits for. */
  ownerId: string | null
  ownerName: string | null
  takenAt: Date | null
  /** Somebody is calling right now. */
  calling: boolean
  /** When the last attempt began; null before the first. */
  triedAt: Date | null
}

/** Open promises of a city whose window is not over, practice left out; the most urgent first. */
export async function openPromises(
  reader: Reader,
  cityId: string,
  now: Date,
  which: { ids?: readonly string[]; begunBy?: Date } = {},
): Promise<WatchedPromise[]> {
  const { rows } = await sql<WatchedPromise>`
    select c.id, c.case_id as "caseId", c.team_id as "teamId", k.number as "caseNumber",
      c.window_start as "windowStart", c.window_end as "windowEnd", c.promised_at as "promisedAt",
      c.work_ms as "workMs", coalesce(c.owner_id, c.reserved_for) as "ownerId", o.name as "ownerName", c.taken_at as "takenAt",
      coalesce(t.calling, false) as calling, t.tried_at as "triedAt"
    from callback c
    join "case" k on k.city_id = c.city_id and k.id = c.case_id
    left join account o on o.city_id = c.city_id and o.id = coalesce(c.owner_id, c.reserved_for)
    left join lateral (
      select bool_or(a.closed_at is null) as calling, max(a.started_at) as tried_at
      from attempt a where a.city_id = c.city_id and a.callback_id = c.id
    ) t on true
    where c.city_id = ${cityId}::text and c.promise = 'open' and c.state <> 'done' and not c.practice
      and c.window_end > ${now}::timestamptz
      ${which.ids ? sql`and c.id = any(${[...which.ids]}::uuid[])` : sql``}
      ${which.begunBy ? sql`and c.window_start <= ${which.begunBy}::timestamptz` : sql``}
    order by c.window_end, c.promised_at, c.id`.execute(reader)
  return rows
}

/** Who is calling a citizen, and until when that is planned to take. */
export async function callersNow(reader: Reader, cityId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await reader
    .selectFrom('attempt')
    .innerJoin('callback', (join) =>
      join.onRef('callback.city_id', '=', 'attempt.city_id').onRef('callback.id', '=', 'attempt.callback_id'),
    )
    .select(['attempt.account_id', 'attempt.started_at', 'callback.work_ms'])
    .where('attempt.city_id', '=', cityId)
    .where('attempt.closed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.account_id, new Date(row.started_at.getTime() + row.work_ms)]))
}

export interface Alarm {
  callbackId: string
  windowEnd: Date
  stage: Stage
  raisedAt: Date
}

/** Alarms that have not ended, of these callbacks or of all open ones of the city. */
export async function alarmsOf(reader: Reader, cityId: string, ids?: readonly string[]): Promise<Alarm[]> {
  const base = reader
    .selectFrom('callback_alarm as a')
    .innerJoin('callback as c', (join) =>
      join.onRef('c.city_id', '=', 'a.city_id').onRef('c.id', '=', 'a.callback_id'),
    )
    .select([
      'a.callback_id as callbackId',
      'a.window_end as windowEnd',
      'a.stage',
      'a.raised_at as raisedAt',
    ])
    .where('a.city_id', '=', cityId)
    .where('a.cleared_at', 'is', null)
  if (ids) return base.where('a.callback_id', 'in', [...ids]).execute()
  return base.where('c.promise', '=', 'open').execute()
}

/** Raises a stage once for a window. @returns false when it was raised before */
export async function raiseOnce(
  tx: Tx,
  cityId: string,
  { id, windowEnd }: Pick<OpenPromise, 'id' | 'windowEnd'>,
  stage: Stage,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .insertInto('callback_alarm')
    .values({ city_id: cityId, callback_id: id, window_end: windowEnd, stage, raised_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export interface ConditionRow {
  callbackId: string
  windowEnd: Date
  stage: Condition
}

/** Conditions that hold as far as was last looked, of the whole city. */
export function conditionsNow(reader: Reader, cityId: string): Promise<ConditionRow[]> {
  return sql<ConditionRow>`
    select callback_id as "callbackId", window_end as "windowEnd", stage from callback_alarm
    where city_id = ${cityId}::text and stage in ('too-much', 'nobody') and cleared_at is null`
    .execute(reader)
    .then(({ rows }) => rows)
}

/** Whoever else finds the same at the same time writes the same. */
export async function beginConditions(
  tx: Tx,
  cityId: string,
  rows: readonly ConditionRow[],
  now: Date,
): Promise<void> {
  await sql`
    insert into callback_alarm (city_id, callback_id, window_end, stage, raised_at)
    select ${cityId}::text, id, window_end, stage, ${now}::timestamptz from ${unnested(rows)}
    on conflict (city_id, callback_id, window_end, stage) do update set cleared_at = null`.execute(tx)
}

export async function endConditions(
  tx: Tx,
  cityId: string,
  rows: readonly ConditionRow[],
  now: Date,
): Promise<void> {
  await sql`
    update callback_alarm a set cleared_at = ${now}::timestamptz
    from ${unnested(rows)}
    where a.city_id = ${cityId}::text and a.callback_id = one.id and a.window_end = one.window_end
      and a.stage = one.stage and a.cleared_at is null`.execute(tx)
}

const unnested = (rows: readonly ConditionRow[]) => sql`
  unnest(${rows.map((row) => row.callbackId)}::uuid[], ${rows.map((row) => row.windowEnd)}::timestamptz[],
    ${rows.map((row) => row.stage)}::text[]) as one (id, window_end, stage)`

export function cityIds(reader: Reader): Promise<{ id: string }[]> {
  return reader.selectFrom('city').select('id').orderBy('id').execute()
}

/** Numbers of the cases of these callbacks. */
export async function caseNumbers(
  reader: Reader,
  cityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('callback')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'callback.city_id').onRef('case.id', '=', 'callback.case_id'),
    )
    .select(['callback.id', 'case.number'])
    .where('callback.city_id', '=', cityId)
    .where('callback.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Who stands in for whom. */
export async function deputies(reader: Reader, cityId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('account')
    .select(['id', 'deputy_id'])
    .where('city_id', '=', cityId)
    .where('deputy_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.deputy_id ?? '']))
}
