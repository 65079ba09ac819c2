import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { SignOut } from '../../platform/db/tables.generated.ts'

/** E.164 by call; a withheld number is missing. */
export async function callerNumbers(
  reader: Reader,
  cityId: string,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (callIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('call')
    .select(['id', 'caller'])
    .where('city_id', '=', cityId)
    .where('id', 'in', [...callIds])
    .execute()
  return new Map(rows.flatMap(({ id, caller }) => (caller === null ? [] : [[id, caller] as const])))
}

/** Who was last signed out by whom and why, until ready again. */
export async function saveSignOut(tx: Tx, row: Insertable<SignOut>): Promise<void> {
  const { at, by_account_id, reason } = row
  await tx
    .insertInto('sign_out')
    .values(row)
    .onConflict((c) => c.columns(['city_id', 'account_id']).doUpdateSet({ at, by_account_id, reason }))
    .execute()
}

export async function forgetSignOut(writer: Reader, cityId: string, accountId: string): Promise<void> {
  await writer
    .deleteFrom('sign_out')
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Who signed this account out and why; null when nobody did since it was last ready. */
export async function signOutOf(
  reader: Reader,
  cityId: string,
  accountId: string,
): Promise<{ by: string; reason: string; at: Date } | null> {
  const row = await reader
    .selectFrom('sign_out as s')
    .innerJoin('account as a', (j) =>
      j.onRef('a.city_id', '=', 's.city_id').onRef('a.id', '=', 's.by_account_id'),
    )
    .select(['a.name as by', 's.reason', 's.at'])
    .where('s.city_id', '=', cityId)
    .where('s.account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/** Everybody whom a lead signed out and who has not been ready since. */
export async function signedOutAccounts(reader: Reader, cityId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('sign_out')
    .select('account_id')
    .where('city_id', '=', cityId)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}
