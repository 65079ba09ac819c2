import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'

/** So many wrong tries, whoever makes them and from wherever; a new key begins anew. */
export const MOST_TRIES = 10

const rowOf = (writer: Reader, cityId: string, id: string) =>
  writer.updateTable('appointment').where('city_id', '=', cityId).where('id', '=', id)

/** Takes the place of any key before. @param keyHash null: no key is good any more */
export async function setPhoneKey(tx: Tx, cityId: string, id: string, keyHash: string | null): Promise<void> {
  await rowOf(tx, cityId, id).set({ phone_key_hash: keyHash, phone_key_tries: 0 }).execute()
}

/**
 * Counts a try before it is looked at, so that any number of them at once are as many.
 * @returns the hash of the right key; null when there were too many tries, or there is none
 */
export async function countPhoneTry(writer: Reader, cityId: string, id: string): Promise<string | null> {
  const row = await rowOf(writer, cityId, id)
    .set({ phone_key_tries: sql<number>`phone_key_tries + 1` })
    .where('phone_key_hash', 'is not', null)
    .where('phone_key_tries', '<', MOST_TRIES)
    .returning('phone_key_hash')
    .executeTakeFirst()
  return row?.phone_key_hash ?? null
}

/** The right key is no wrong try. @param keyHash of which the try was counted */
export async function takeTryBack(
  writer: Reader,
  cityId: string,
  id: string,
  keyHash: string,
): Promise<void> {
  await rowOf(writer, cityId, id)
    .set({ phone_key_tries: sql<number>`greatest(phone_key_tries - 1, 0)` })
    .where('phone_key_hash', '=', keyHash)
    .execute()
}
