import { sql } from 'kysely'
import type { Tx } from '../platform/db/connect.ts'

/** Any number; it only has to be the same in every process of ours. */
const LOCK = 7_390_122

/** One process seeds at a time; held until the transaction ends. */
export async function lockSeed(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(tx)
}
