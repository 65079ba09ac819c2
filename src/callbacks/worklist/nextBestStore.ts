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
  /** Who asks speaks its language, or nobody has said what they speak. */
  spoken: boolean
}

export interface Asked {
  teamIds: readonly string[]
  accountId: string
  now: Date
  /** What the account speaks. */
  languages: readonly string[]
  /** Others are taking these. */
  not: readonly string[]
  /** Only of this service, only in this language. */
  only: { serviceId?: string | undefined; language?: string | undefined }
}

export interface Kind {
  begun: boolean
  practice: boolean
  /** Only what the account speaks; what waits for it by name is there always. */
  spoken: boolean
}

/** What waits in these teams and may be the next best, from indexes alone: each kind in the order of the rule. */
export async function waiting(reader: Reader, cityId: string, asked: Asked, kind: Kind): Promise<Waiting[]> {
  const { accountId, now } = asked
  const { columns, from, where } = partsOf(cityId, asked, kind)
  const order = kind.begun ? sql.raw('c.due_until, c.work_ms desc') : sql.raw('c.due_from')
  const kinds = kind.begun ? sql`array['broken', 'open', 'kept']` : sql`array[null::text]`
  const ofKind = kind.begun ? sql`c.promise = p.promise` : sql`true`
  // Few, and each by an index of its own: however much the team has, none is left out.
  const named = (column: 'reserved_for' | 'stand_in_id') => sql`
    select ${columns} ${from} where ${where} and c.${sql.ref(column)} = ${accountId}
      and c.team_id = any(${[...asked.teamIds]}::uuid[])`
  const { rows } = await sql<Waiting>`
    select one.* from unnest(${[...asked.teamIds]}::uuid[]) t(id)
      cross join unnest(${kinds}) p(promise)
      cross join lateral (
        select ${columns} ${from} where ${where} and c.team_id = t.id and ${ofKind}
          and ${kind.spoken ? spokenBy(asked.languages) : sql`true`}
          and (c.reserved_for is null or c.reserved_for = ${accountId}
            or (c.away_until is not null and coalesce(c.stand_in_id = ${accountId}, true))
            or c.promise = 'broken' or c.due_until <= ${soonest(now)})
        order by ${order} limit ${ENOUGH}) one
    union
    ${named('reserved_for')}
    union
    ${named('stand_in_id')}`.execute(reader)
  return rows
}

const spokenBy = (languages: readonly string[]) =>
  languages.length === 0 ? sql`true` : sql`k.language = any(${[...languages]}::text[])`

function partsOf(cityId: string, { now, languages, not, only }: Asked, { begun, practice }: Kind) {
  const columns = sql`c.id, c.practice, c.promise, c.promised_at, c.due_from, c.due_until, c.work_ms, c.attempts,
    c.reserved_for, c.away_until, c.stand_in_id, ${spokenBy(languages)} as spoken`
  const from = sql`from callback c join "case" k on k.city_id = c.city_id and k.id = c.case_id`
  const conditions = [
    sql`c.city_id = ${cityId} and c.state = 'waiting' and c.practice = ${practice}`,
    begun ? sql`c.due_from <= ${now}` : sql`c.due_from > ${now} and c.attempts = 0`,
    ...(not.length === 0 ? [] : [sql`c.id <> all(${[...not]}::uuid[])`]),
    ...(only.serviceId === undefined ? [] : [sql`k.service_id = ${only.serviceId}`]),
    ...(only.language === undefined ? [] : [sql`k.language = ${only.language}`]),
  ]
  return { columns, from, where: sql.join(conditions, sql` and `) }
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
        .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
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

/** What an account speaks with citizens; empty where nobody has said. */
export async function languagesOf(reader: Reader, cityId: string, accountId: string): Promise<string[]> {
  const row = await reader
    .selectFrom('account')
    .select('languages')
    .where('city_id', '=', cityId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.languages ?? []
}
