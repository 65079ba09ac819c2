import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import { listRows, type ListRow } from './worklistStore.ts'

/** Open callbacks in an account's hands, and those that wait for it by name. */
export const rowsOf = (reader: Reader, cityId: string, accountId: string): Promise<ListRow[]> =>
  listRows(reader, cityId, { accountId })

/** Active city employees of these teams who may call back, by name. */
export function callersOfTeams(
  reader: Reader,
  cityId: string,
  teamIds: readonly string[],
): Promise<{ id: string; name: string; teamIds: string[] }[]> {
  if (teamIds.length === 0) return Promise.resolve([])
  return reader
    .selectFrom('account')
    .innerJoin('account_team', (join) =>
      join
        .onRef('account_team.city_id', '=', 'account.city_id')
        .onRef('account_team.account_id', '=', 'account.id'),
    )
    .select(['account.id', 'account.name'])
    .select(sql<string[]>`array_agg(account_team.team_id::text order by account_team.team_id)`.as('teamIds'))
    .where('account.city_id', '=', cityId)
    .where('account_team.team_id', 'in', [...teamIds])
    .where('account.active', '=', true)
    .where('account.role', 'in', ['clerk', 'report', 'lead'])
    .groupBy(['account.id', 'account.name'])
    .orderBy('account.name')
    .execute()
}

export async function deputyOf(reader: Reader, cityId: string, accountId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('account')
    .select('deputy_id')
    .where('city_id', '=', cityId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.deputy_id ?? null
}
