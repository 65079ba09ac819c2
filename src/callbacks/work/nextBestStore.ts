import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { PromiseState } from '../model.ts'

/** So many of each kind are compared; whoever finds all of them taken asks again. */
const ENOUGH = 64

export interface Waiting {
  id: string
  practice: boolean
  promise: PromiseState
  promised_at: Date
  due_from: Date
  due_until: Date
  work_ms: number
  attempts: number
  reserved_for: string | null
  away_until: Date | null
  stand_in_id: string | null
}

export interface Asked {
  teamIds: readonly string[]
  accountId: string
  now: Date
  /** Others are taking these. */
  not: readonly string[]
}

/** What waits in these teams and may be the next best, from indexes alone: each kind in the order of the rule. */
export async function waiting(
  reader: Reader,
  cityId: string,
  { teamIds, accountId, now, not }: Asked,
  kind: { begun: boolean; practice: boolean },
): Promise<Waiting[]> {
  const columns = sql.raw(
    'c.id, c.practice, c.promise, c.promised_at, c.due_from, c.due_until, c.work_ms, c.attempts, c.reserved_for, c.away_until, c.stand_in_id',
  )
  const begun = kind.begun ? sql`c.due_from <= ${now}` : sql`c.due_from > ${now} and c.attempts = 0`
  const kinds = kind.begun ? sql`array['broken', 'open', 'kept']` : sql`array[null::text]`
  const ofKind = kind.begun ? sql`c.promise = k.promise` : sql`true`
  const isOther = not.length === 0 ? sql`true` : sql`c.id <> all(${[...not]}::uuid[])`
  const order = kind.begun ? sql.raw('c.due_until, c.work_ms desc') : sql.raw('c.due_from')
  const ofTeams = sql`c.team_id = any(${[...teamIds]}::uuid[])`
  // Few, and each by an index of its own: however much the team has, none is left out.
  const named = (column: 'reserved_for' | 'stand_in_id') => sql`
    select ${columns} from callback c
    where c.city_id = ${cityId} and c.${sql.ref(column)} = ${accountId} and c.state = 'waiting'
      and ${ofTeams} and c.practice = ${kind.practice} and ${begun} and ${isOther}`
  const { rows } = await sql<Waiting>`
    select ${columns} from unnest(${[...teamIds]}::uuid[]) t(id)
      cross join unnest(${kinds}) k(promise)
      cross join lateral (
        select * from callback c
        where c.city_id = ${cityId} and c.team_id = t.id and c.state = 'waiting' and ${ofKind}
          and c.practice = ${kind.practice} and ${begun} and ${isOther}
          and (c.reserved_for is null or c.reserved_for = ${accountId}
            or (c.away_until is not null and coalesce(c.stand_in_id = ${accountId}, true))
            or c.promise = 'broken' or c.due_until <= ${soonest(now)})
        order by ${order} limit ${ENOUGH}) c
    union
    ${named('reserved_for')}
    union
    ${named('stand_in_id')}`.execute(reader)
  return rows
}

/** What ends later has time enough for any call: a reservation still holds. */
const soonest = (now: Date): Date => new Date(now.getTime() + 3_600_000)

/**
 * Gives the first of these that still waits to an account. Rows that somebody else is taking are passed over, so any
 * number of clerks never wait for each other.
 * @returns null when all are taken by now
 */
export async function takeFirstOf(
  tx: Tx,
  cityId: string,
  ids: readonly string[],
  owner: { id: string; at: Date },
): Promise<{ id: string; caseId: string } | null> {
  const row = await tx
    .with('next', (db) =>
      db
        .selectFrom('callback')
        .select('id')
        .where('city_id', '=', cityId)
        .where('id', 'in', [...ids])
        .where('state', '=', 'waiting')
        .orderBy(sql`array_position(${[...ids]}::uuid[], id)`)
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('callback')
    .from('next')
    .set({ state: 'taken', owner_id: owner.id, taken_at: owner.at, away_until: null, stand_in_id: null })
    .where('callback.city_id', '=', cityId)
    .whereRef('callback.id', '=', 'next.id')
    .returning(['callback.id', 'callback.case_id'])
    .executeTakeFirst()
  return row ? { id: row.id, caseId: row.case_id } : null
}
