import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Callback as CallbackRow } from '../platform/db/tables.generated.ts'
import type { BrokenCause, Callback } from './model.ts'

/** The teams somebody sees. */
export type Scope = 'all' | readonly string[]

export async function insertCallback(tx: Tx, row: Insertable<CallbackRow>): Promise<void> {
  await tx.insertInto('callback').values(row).execute()
}

export async function findCallback(reader: Reader, cityId: string, id: string): Promise<Callback | null> {
  const row = await reader
    .selectFrom('callback')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toCallback(row) : null
}

/** Locks the callback until the transaction ends: what is decided about it afterwards is decided by one. */
export async function lockCallback(tx: Tx, cityId: string, id: string): Promise<Callback | null> {
  const row = await tx
    .selectFrom('callback')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toCallback(row) : null
}

function toCallback(row: Selectable<CallbackRow>): Callback {
  return {
    id: row.id,
    caseId: row.case_id,
    teamId: row.team_id,
    practice: row.practice,
    windowStart: row.window_start,
    windowEnd: row.window_end,
    promise: row.promise,
    state: row.state,
    dueFrom: row.due_from,
    dueUntil: row.due_until,
    ownerId: row.owner_id,
    takenAt: row.taken_at,
    attempts: row.attempts,
    workMs: row.work_ms,
    sequence: row.sequence,
    outcome: row.outcome,
    booksUnit: row.books_unit,
    reservedFor: row.reserved_for,
    awayUntil: row.away_until,
    standInId: row.stand_in_id,
  }
}

export async function updateCallback(
  tx: Tx,
  cityId: string,
  id: string,
  change: Updateable<CallbackRow>,
): Promise<void> {
  await tx
    .updateTable('callback')
    .set(change)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export interface Decision {
  promise: 'kept' | 'broken' | 'withdrawn'
  at: Date
  cause: BrokenCause | null
}

/** Writes the end of a promise, once. @returns false when it was decided before */
export async function writeDecision(
  tx: Tx,
  cityId: string,
  id: string,
  { promise, at, cause }: Decision,
): Promise<boolean> {
  const result = await tx
    .updateTable('callback')
    .set({ promise, decided_at: at, cause })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('promise', '=', 'open')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Gives a waiting callback to an account. @returns false when it does not wait any more */
export async function takeWaiting(
  tx: Tx,
  cityId: string,
  id: string,
  owner: { id: string; at: Date },
): Promise<Callback | null> {
  const row = await tx
    .updateTable('callback')
    .set({ state: 'taken', owner_id: owner.id, taken_at: owner.at, away_until: null, stand_in_id: null })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returningAll()
    .executeTakeFirst()
  return row ? toCallback(row) : null
}

/** Open promises whose window has passed, of every city; oldest first. */
export async function overduePromises(reader: Reader, now: Date): Promise<{ cityId: string; id: string }[]> {
  const rows = await reader
    .selectFrom('callback')
    .select(['city_id', 'id'])
    .where('promise', '=', 'open')
    .where('window_end', '<', now)
    .orderBy('window_end')
    .execute()
  return rows.map((row) => ({ cityId: row.city_id, id: row.id }))
}

/** Active city employees of a team who may call back, by name. */
export function callersOfTeam(
  reader: Reader,
  cityId: string,
  teamId: string,
): Promise<{ id: string; name: string }[]> {
  return reader
    .selectFrom('account')
    .innerJoin('account_team', (join) =>
      join
        .onRef('account_team.city_id', '=', 'account.city_id')
        .onRef('account_team.account_id', '=', 'account.id'),
    )
    .select(['account.id', 'account.name'])
    .where('account.city_id', '=', cityId)
    .where('account_team.team_id', '=', teamId)
    .where('account.active', '=', true)
    .where('account.role', 'in', ['clerk', 'report', 'lead'])
    .orderBy('account.name')
    .execute()
}

/** Whether the number of a callback is another one since a moment: its citizen or a clerk has changed it. */
export async function isNumberChangedSince(
  reader: Reader,
  cityId: string,
  id: string,
  since: Date,
): Promise<boolean> {
  const row = await reader
    .selectFrom('event')
    .select('seq')
    .where('city_id', '=', cityId)
    .where('subject_id', '=', id)
    .where('at', '>=', since)
    .where((eb) =>
      eb.or([
        eb('kind', '=', 'callback.number-corrected'),
        eb.and([
          eb('kind', '=', 'callback.changed-by-citizen'),
          eb(sql<string>`data ->> 'what'`, '=', 'number'),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The open callback of a case with its owner's name and its open attempt. */
export function openCallbackOfCase(reader: Reader, cityId: string, caseId: string) {
  return reader
    .selectFrom('callback')
    .leftJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'callback.city_id').onRef('account.id', '=', 'callback.owner_id'),
    )
    .leftJoin('attempt', (join) =>
      join
        .onRef('attempt.city_id', '=', 'callback.city_id')
        .onRef('attempt.callback_id', '=', 'callback.id')
        .on('attempt.closed_at', 'is', null),
    )
    .select(['callback.id', 'callback.owner_id', 'account.name as owner_name'])
    .select(['attempt.id as attempt_id', 'attempt.answered_at', 'attempt.hung_up_at'])
    .where('callback.city_id', '=', cityId)
    .where('callback.case_id', '=', caseId)
    .where('callback.state', '<>', 'done')
    .executeTakeFirst()
}
