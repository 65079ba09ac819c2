import { sql } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'

/** The city that answers on a host name; with no match the first one, so that one city needs no set-up. */
export async function cityIdOfHost(reader: Reader, host: string): Promise<string | null> {
  const row = await reader
    .selectFrom('city')
    .select('id')
    .orderBy(sql`(${host}::text = any(hostnames)) desc`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
