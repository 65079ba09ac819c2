import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Condition, OpenPromise, Stage } from './alarmModel.ts'

/** An open promise whose window is not over, with what is being done about it. */
export interface WatchedPromise extends OpenPromise {
  teamId: string
  /** Who has it in hand, or whom it waits for. */
  ownerId: string | null
  takenAt: Date | null
  /** Somebody is calling right now. */
  calling: boolean
  /** When the last attempt began; null before the first, and before the window begins. */
  triedAt: Date | null
}

/**
 * Open promises of a city whose window is not over, practice left out; the most urgent first. All of them are read again
 * and again, so only what the rules need: `labelsOf` has the rest, of those that are told.
 */
export async function openPromises(
  reader: Reader,
  cityId: string,
  now: Date,
  { begunBy }: { begunBy?: Date } = {},
): Promise<WatchedPromise[]> {
  const { rows } = await sql<WatchedPromise>`
    select c.id, c.case_id as "caseId", c.team_id as "teamId",
      c.window_start as "windowStart", c.window_end as "windowEnd", c.promised_at as "promisedAt",
      c.work_ms as "workMs", coalesce(c.owner_id, c.reserved_for) as "ownerId", c.taken_at as "takenAt",
      running.id is not null as calling,
      case when c.window_start <= ${now}::timestamptz then (
        select max(a.started_at) from attempt a where a.city_id = c.city_id and a.callback_id = c.id
      ) end as "triedAt"
    from callback c
    left join attempt running
      on running.city_id = c.city_id and running.callback_id = c.id and running.closed_at is null
    where c.city_id = ${cityId}::text and c.promise = 'open' and c.state <> 'done' and not c.practice
      and c.window_end > ${now}::timestamptz
      ${begunBy ? sql`and c.window_start <= ${begunBy}::timestamptz` : sql``}
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

/** What people know a callback by. */
export interface Label {
  caseNumber: string
  /** Who has it in hand, or whom it waits for. */
  owner: string | null
}

export async function labelsOf(
  reader: Reader,
  cityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Label>> {
  const { rows } = await sql<Label & { id: string }>`
    select c.id, k.number as "caseNumber", o.name as owner
    from callback c
    join "case" k on k.city_id = c.city_id and k.id = c.case_id
    left join account o on o.city_id = c.city_id and o.id = coalesce(c.owner_id, c.reserved_for)
    where c.city_id = ${cityId}::text and c.id = any(${[...ids]}::uuid[])`.execute(reader)
  return new Map(rows.map(({ id, caseNumber, owner }) => [id, { caseNumber, owner }]))
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
