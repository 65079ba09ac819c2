import { sql } from 'kysely'
import { LOCKS } from '../platform/db/locks.ts'
import type { Tx } from '../platform/db/connect.ts'

/** One process seeds at a time; held until the transaction ends. */
export async function lockSeed(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCKS.seed}::bigint)`.execute(tx)
}
