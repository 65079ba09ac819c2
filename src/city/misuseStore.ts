import type { Insertable } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'
import type { DialPermission } from '../platform/db/tables.generated.ts'
import type { CallLimits } from './contract.ts'

/** The beginnings of numbers that this city may dial beyond ordinary German ones, for `dialFault`. */
export async function dialPermissionsOf(reader: Reader, cityId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('dial_permission')
    .select('prefix')
    .where('city_id', '=', cityId)
    .execute()
  return rows.map(({ prefix }) => prefix)
}

/** With who allowed them, in the order of the numbers. */
export async function listPermissions(reader: Reader, cityId: string) {
  return reader
    .selectFrom('dial_permission as p')
    .innerJoin('account as a', (join) =>
      join.onRef('a.city_id', '=', 'p.city_id').onRef('a.id', '=', 'p.account_id'),
    )
    .select(['p.prefix', 'p.reason', 'a.name as by', 'p.created_at as at'])
    .where('p.city_id', '=', cityId)
    .orderBy('p.prefix')
    .execute()
}

export async function insertPermission(writer: Reader, row: Insertable<DialPermission>): Promise<void> {
  await writer.insertInto('dial_permission').values(row).execute()
}

/** @returns whether there was such a permission */
export async function deletePermission(writer: Reader, cityId: string, prefix: string): Promise<boolean> {
  const result = await writer
    .deleteFrom('dial_permission')
    .where('city_id', '=', cityId)
    .where('prefix', '=', prefix)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** How many calls that come to nothing get through. */
export async function callLimitsOf(reader: Reader, cityId: string): Promise<CallLimits> {
  return reader
    .selectFrom('city')
    .select(['flood_minutes as minutes', 'flood_calls as calls', 'flood_anonymous_calls as anonymousCalls'])
    .where('id', '=', cityId)
    .executeTakeFirstOrThrow()
}

export async function saveCallLimits(
  writer: Reader,
  cityId: string,
  { minutes, calls, anonymousCalls }: CallLimits,
): Promise<void> {
  await writer
    .updateTable('city')
    .set({ flood_minutes: minutes, flood_calls: calls, flood_anonymous_calls: anonymousCalls })
    .where('id', '=', cityId)
    .execute()
}
