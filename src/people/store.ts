import type { Insertable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Account, Session, Throttle } from '../platform/db/tables.generated.ts'

export async function insertSession(writer: Reader, row: Insertable<Session>): Promise<void> {
  await writer.insertInto('session').values(row).execute()
}

/** The living session of a token with its account and teams. */
export async function findSession(reader: Reader, tokenHash: Buffer, now: Date, idleSince: Date) {
  const row = await reader
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'session.city_id').onRef('account.id', '=', 'session.account_id'),
    )
    .select([
      'session.city_id',
      'session.id',
      'session.seen_at',
      'account.id as account_id',
      'account.role',
      'account.name',
    ])
    .select(teamIdsOfAccount)
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', idleSince)
    .where('account.active', '=', true)
    .executeTakeFirst()
  if (!row) return null
  return {
    cityId: row.city_id,
    sessionId: row.id,
    seenAt: row.seen_at,
    accountId: row.account_id,
    role: row.role,
    name: row.name,
    teamIds: row.team_ids,
  }
}

/** The sessions of an account that still live, the latest used first. */
export function listSessions(reader: Reader, cityId: string, accountId: string, now: Date, idleSince: Date) {
  return reader
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'user_agent'])
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince)
    .orderBy('seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Deletes sessions of one account, all but `except` or only `only`. @returns their ids */
export async function deleteSessions(
  writer: Reader,
  cityId: string,
  { accountId, only, except }: { accountId: string; only?: string; except?: string },
): Promise<string[]> {
  let query = writer
    .deleteFrom('session')
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .returning('id')
  if (only !== undefined) query = query.where('id', '=', only)
  if (except !== undefined) query = query.where('id', '<>', except)
  return (await query.execute()).map(({ id }) => id)
}

/** Deletes what is over anyway. */
export async function deleteOldSessions(
  writer: Reader,
  cityId: string,
  now: Date,
  idleSince: Date,
): Promise<void> {
  await writer
    .deleteFrom('session')
    .where('city_id', '=', cityId)
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('seen_at', '<=', idleSince)]))
    .execute()
}

const teamIdsOfAccount = sql<string[]>`array(
  select team_id::text from account_team t where t.city_id = account.city_id and t.account_id = account.id order by team_id)`.as(
  'team_ids',
)

export async function touchSession(writer: Reader, cityId: string, id: string, now: Date): Promise<void> {
  await writer
    .updateTable('session')
    .set({ seen_at: now })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
}

/** The account of a login with what sign-in has to check. */
export function findByLogin(reader: Reader, login: string) {
  return reader
    .selectFrom('account')
    .selectAll()
    .where('login', '=', login)
    .where('active', '=', true)
    .executeTakeFirst()
}

export async function insertAccount(writer: Reader, row: Insertable<Account>): Promise<void> {
  await writer.insertInto('account').values(row).execute()
}

/** Sets the teams of an account. */
export async function replaceTeams(
  writer: Reader,
  cityId: string,
  accountId: string,
  teamIds: readonly string[],
): Promise<void> {
  await writer
    .deleteFrom('account_team')
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .execute()
  if (teamIds.length === 0) return
  await writer
    .insertInto('account_team')
    .values([...new Set(teamIds)].map((team_id) => ({ city_id: cityId, account_id: accountId, team_id })))
    .execute()
}

export async function teamIdsOf(reader: Reader, cityId: string, accountId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('account_team')
    .select('team_id')
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .orderBy('team_id')
    .execute()
  return rows.map((row) => row.team_id)
}

export function findAccount(reader: Reader, cityId: string, id: string) {
  return reader
    .selectFrom('account')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listAccounts(reader: Reader, cityId: string) {
  return reader
    .selectFrom('account')
    .select([
      'id',
      'login',
      'name',
      'role',
      'provider_id',
      'active',
      'skills',
      'deputy_id',
      'languages',
      teamIdsOfAccount,
    ])
    .select(sql<boolean>`totp_secret is not null`.as('second_factor'))
    .where('city_id', '=', cityId)
    .orderBy('name')
    .orderBy('login')
    .execute()
}

/** The accounts of a provider, locked until the transaction ends. */
export async function accountsOfProvider(tx: Tx, cityId: string, providerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('account')
    .select('id')
    .where('city_id', '=', cityId)
    .where('provider_id', '=', providerId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** @returns whether there is such an account */
export async function updateAccount(
  writer: Reader,
  cityId: string,
  id: string,
  row: Omit<Updateable<Account>, 'city_id' | 'id'>,
): Promise<boolean> {
  const result = await writer
    .updateTable('account')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export const WITHOUT_SECOND_FACTOR = { totp_secret: null, totp_pending: null, totp_last_step: null } as const

/** Marks a time step of the second factor as used. @returns false when it, or a later one, already was */
export async function useTimeStep(
  writer: Reader,
  cityId: string,
  accountId: string,
  step: number,
): Promise<boolean> {
  const result = await writer
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('city_id', '=', cityId)
    .where('id', '=', accountId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The active administrators, locked until the transaction ends. */
export async function lockAdministrators(tx: Tx, cityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('account')
    .select('id')
    .where('city_id', '=', cityId)
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** The failures counted under a key, locked until the transaction ends; `failures` is 0 for a new key. */
export async function lockThrottle(
  tx: Tx,
  key: string,
  now: Date,
): Promise<{ failures: number; blockedUntil: Date; at: Date }> {
  // Writes the key back to itself: the one way to lock a row that may not exist yet.
  const row = await tx
    .insertInto('throttle')
    .values({ key, failures: 1, blocked_until: now, updated_at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning(['failures', 'blocked_until', 'updated_at', sql<boolean>`xmax = 0`.as('is_new')])
    .executeTakeFirstOrThrow()
  return {
    failures: row.is_new ? 0 : row.failures,
    blockedUntil: row.blocked_until,
    at: row.updated_at,
  }
}

export async function writeThrottle(
  tx: Tx,
  key: string,
  row: Omit<Insertable<Throttle>, 'key'>,
): Promise<void> {
  await tx.updateTable('throttle').set(row).where('key', '=', key).execute()
}

/** Forgets a key, and every key whose failures are older than `before`. */
export async function clearThrottle(writer: Reader, key: string, before: Date): Promise<void> {
  await writer
    .deleteFrom('throttle')
    .where((eb) =>
      eb.or([eb('key', '=', key), eb.and([eb('updated_at', '<', before), eb('blocked_until', '<', before)])]),
    )
    .execute()
}

/** The newest rows of the audit trail with the name of the account, and the case that a file or a callback belongs to. */
export function listAudit(reader: Reader, cityId: string, limit: number) {
  return reader
    .selectFrom('audit')
    .innerJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'audit.city_id').onRef('account.id', '=', 'audit.account_id'),
    )
    .select([
      'audit.at',
      'audit.account_id',
      'account.name',
      'audit.action',
      'audit.subject_kind',
      'audit.subject_id',
      'audit.note',
    ])
    .select((row) =>
      row
        .case()
        .when('audit.subject_kind', '=', 'case')
        .then(row.ref('audit.subject_id'))
        .when('audit.subject_kind', 'in', ['attachment', 'callback'])
        // The row may be gone; the event that tells of it stays.
        .then(
          row
            .selectFrom('event')
            .select((event) => event.cast<string>('event.case_id', 'text').as('id'))
            .whereRef('event.city_id', '=', 'audit.city_id')
            .whereRef('event.subject_id', '=', 'audit.subject_id')
            .where('event.case_id', 'is not', null)
            .limit(1),
        )
        .end()
        .as('case_id'),
    )
    .where('audit.city_id', '=', cityId)
    .orderBy('audit.seq', 'desc')
    .limit(limit)
    .execute()
}
