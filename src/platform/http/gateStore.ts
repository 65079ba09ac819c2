import { sql } from 'kysely'
import type { Db } from '../db/connect.ts'

/** The installation's key; where there is none yet, the offered one becomes it. */
export async function keyOfInstallation(db: Db, offered: Buffer): Promise<Buffer> {
  const { rows } = await sql<{ key: Buffer }>`
    with made as (insert into signing_key (key) values (${offered}) on conflict do nothing returning key)
    select key from made union all select key from signing_key limit 1`.execute(db)
  const [found] = rows
  // Another process made it in this moment.
  return found?.key ?? keyOfInstallation(db, offered)
}

/** Marks a proof as used. @returns whether it had not been used before */
export async function spendProof(db: Db, id: Buffer, expiresAt: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into spent_proof (id, expires_at) values (${id}, ${expiresAt}) on conflict do nothing returning id`.execute(
    db,
  )
  return rows.length === 1
}

/** What was asked for was not to be had: the proof counts once more. */
export async function giveProofBack(db: Db, id: Buffer): Promise<void> {
  await sql`delete from spent_proof where id = ${id}`.execute(db)
}

/** Proofs that nobody would accept any more. */
export async function forgetProofs(db: Db, now: Date): Promise<void> {
  await sql`delete from spent_proof where expires_at < ${now}`.execute(db)
}
