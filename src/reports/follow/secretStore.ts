import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'

/** So many wrong tries, whoever makes them and from wherever. */
const MOST_TRIES = 20

const rowOf = (writer: Reader, cityId: string, caseId: string) =>
  writer.updateTable('report').where('city_id', '=', cityId).where('case_id', '=', caseId)

/**
 * Counts a try before it is looked at, so that any number of them at once are as many.
 * @returns the hash of the right words; null when there were too many tries, or there is none
 */
export async function countTry(writer: Reader, cityId: string, caseId: string): Promise<string | null> {
  const row = await rowOf(writer, cityId, caseId)
    .set({ secret_tries: sql<number>`secret_tries + 1` })
    .where('secret_hash', 'is not', null)
    .where('secret_tries', '<', MOST_TRIES)
    .returning('secret_hash')
    .executeTakeFirst()
  return row?.secret_hash ?? null
}

/** The right words are no wrong try. */
export async function takeTryBack(writer: Reader, cityId: string, caseId: string): Promise<void> {
  await rowOf(writer, cityId, caseId)
    .set({ secret_tries: sql<number>`greatest(secret_tries - 1, 0)` })
    .execute()
}

/** Takes the place of any words before; tries begin anew. */
export async function setSecret(tx: Tx, cityId: string, caseId: string, hash: string): Promise<void> {
  await rowOf(tx, cityId, caseId).set({ secret_hash: hash, secret_tries: 0 }).execute()
}
