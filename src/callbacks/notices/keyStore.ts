import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { CallbackKey } from '../../platform/db/tables.generated.ts'

export async function insertKey(tx: Tx, row: Insertable<CallbackKey>): Promise<void> {
  await tx.insertInto('callback_key').values(row).execute()
}

export async function hasOwnKey(
  reader: Reader,
  cityId: string,
  callbackId: string,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const row = await reader
    .selectFrom('callback_key')
    .select('hash')
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('callback_id', '=', callbackId)
    .where('purpose', '=', 'own')
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

export async function hasLink(reader: Reader, cityId: string, hash: Buffer, now: Date): Promise<boolean> {
  const row = await reader
    .selectFrom('callback_key')
    .select('hash')
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('purpose', '=', 'link')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns whose link it was; null when it is none, used or over */
export async function useLink(tx: Tx, cityId: string, hash: Buffer, now: Date): Promise<string | null> {
  const row = await tx
    .updateTable('callback_key')
    .set({ used_at: now })
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('purpose', '=', 'link')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('callback_id')
    .executeTakeFirst()
  return row?.callback_id ?? null
}

/** Links and opened browsers of one callback open nothing any more. */
export async function removeKeysOf(tx: Tx, cityId: string, callbackId: string): Promise<void> {
  await tx
    .deleteFrom('callback_key')
    .where('city_id', '=', cityId)
    .where('callback_id', '=', callbackId)
    .execute()
}

export async function removeKeys(reader: Reader, now: Date): Promise<void> {
  await reader.deleteFrom('callback_key').where('expires_at', '<=', now).execute()
}
