import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import type { Contact } from '../appointment.ts'

/** So often a message may be asked for, so that nobody fills somebody else's mailbox. */
const MOST_ASKS = 3
const MOST_TRIES = 5

/**
 * Keeps a hold for somebody whose address has yet to be confirmed.
 * @returns how often that was asked for now; null when the hold is over or was asked for too often
 */
export async function keepForConfirmation(
  tx: Tx,
  cityId: string,
  id: string,
  now: Date,
  asked: { by: 'link' | 'code'; contact: Contact; lang: PageLanguage; expiresAt: Date },
): Promise<number | null> {
  const row = await tx
    .updateTable('appointment')
    .set({
      confirm_by: asked.by,
      confirm_asks: sql<number>`confirm_asks + 1`,
      contact_name: asked.contact.name,
      contact_email: asked.contact.email,
      contact_phone: asked.contact.phone,
      lang: asked.lang,
      expires_at: asked.expiresAt,
      extended: true,
      code_hash: null,
      code_tries: 0,
    })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('expires_at', '>', now)
    .where('confirm_asks', '<', MOST_ASKS)
    .returning('confirm_asks')
    .executeTakeFirst()
  return row?.confirm_asks ?? null
}

/** The code that was sent last counts; the tries do not begin anew. */
export async function setCode(tx: Reader, cityId: string, id: string, codeHash: Buffer): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ code_hash: codeHash })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .execute()
}

/**
 * Counts a try before it is looked at, so that any number of them at once are as many.
 * @returns what the code should be; null when there were too many tries, or nothing waits for a code
 */
export async function countTry(
  writer: Reader,
  cityId: string,
  id: string,
  now: Date,
): Promise<Buffer | null> {
  const row = await writer
    .updateTable('appointment')
    .set({ code_tries: sql<number>`code_tries + 1` })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('expires_at', '>', now)
    .where('code_tries', '<', MOST_TRIES)
    .where('code_hash', 'is not', null)
    .returning('code_hash')
    .executeTakeFirst()
  return row?.code_hash ?? null
}

/** The hold lasts as long again from when the message has left; it never becomes shorter. */
export async function holdUntil(tx: Tx, cityId: string, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ expires_at: sql<Date>`greatest(expires_at, ${until}::timestamptz)` })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('confirm_by', 'is not', null)
    .execute()
}
