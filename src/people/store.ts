import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'
import type { Account, Session } from '../platform/db/tables.generated.ts'

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
    .values(teamIds.map((team_id) => ({ city_id: cityId, account_id: accountId, team_id })))
    .execute()
}
