import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Message as MessageRow } from '../platform/db/tables.generated.ts'
import type { Message } from './message.ts'
import type { MessageChannel } from './model.ts'

const facts = z.record(z.string(), z.unknown())

function toMessage(row: Selectable<MessageRow>): Message {
  if (row.recipient === null) throw new Error(`message ${row.id} has no recipient`)
  return {
    cityId: row.city_id,
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    subjectId: row.subject_id,
    caseId: row.case_id,
    recipient: row.recipient,
    lang: row.lang,
    facts: facts.parse(row.facts),
    attempts: row.attempts,
    uselessFrom: row.useless_from,
    createdAt: row.created_at,
  }
}

/** @returns whether it is new; what was told already is not told again */
export async function insertMessage(tx: Tx, row: Insertable<MessageRow>): Promise<boolean> {
  const written = await tx
    .insertInto('message')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city_id', 'dedup_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/**
 * Takes what is due, or was left by a process that is gone, so that nobody else sends it until `leasedUntil`.
 * Any number of processes may ask; each message goes to one.
 */
export async function takeDue(
  reader: Reader,
  channels: readonly MessageChannel[],
  most: number,
  now: Date,
  leasedUntil: Date,
): Promise<Message[]> {
  if (channels.length === 0) return []
  const rows = await reader
    .with('due', (with_) =>
      with_
        .selectFrom('message')
        .select(['city_id', 'id'])
        .where((where) =>
          where.or([
            where.and([where('state', '=', 'queued'), where('next_try_at', '<=', now)]),
            where.and([where('state', '=', 'sending'), where('leased_until', '<=', now)]),
          ]),
        )
        .where('channel', 'in', [...channels])
        .orderBy('next_try_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('message')
    .from('due')
    .set({ state: 'sending', attempts: sql<number>`message.attempts + 1`, leased_until: leasedUntil })
    .whereRef('message.city_id', '=', 'due.city_id')
    .whereRef('message.id', '=', 'due.id')
    .returningAll('message')
    .execute()
  return rows.map(toMessage)
}

/** Ends the try of this process; nothing when another one has taken the message meanwhile. @returns whether it was ours */
export async function endTry(
  tx: Tx,
  { cityId, id, attempts }: Message,
  row: Updateable<MessageRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('message')
    .set({ ...row, leased_until: null })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends what nobody will send any more, because its channel was taken away. @returns how many */
export async function dropStale(reader: Reader, createdBefore: Date, now: Date): Promise<number> {
  const result = await reader
    .updateTable('message')
    .set({ state: 'dropped', ended_at: now, leased_until: null })
    .where('state', 'in', ['queued', 'sending'])
    .where('created_at', '<', createdBefore)
    .where('next_try_at', '<', createdBefore)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Removes the addresses of messages that ended before. @returns of how many */
export async function forgetRecipients(reader: Reader, endedBefore: Date): Promise<number> {
  const result = await reader
    .updateTable('message')
    .set({ recipient: null })
    .where('recipient', 'is not', null)
    .where('ended_at', '<', endedBefore)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** How many messages should have left the house before this moment and have not. */
export async function countOverdue(
  reader: Reader,
  channel: MessageChannel,
  dueBefore: Date,
): Promise<number> {
  const row = await reader
    .selectFrom('message')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('channel', '=', channel)
    .where('state', 'in', ['queued', 'sending'])
    .where('created_at', '<', dueBefore)
    // Tried and failed, or never tried; what is to be told later is not late.
    .where((where) => where.or([where('attempts', '>', 0), where('next_try_at', '<', dueBefore)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** A failed one too: it may have arrived all the same. */
export async function hasLeft(reader: Reader, cityId: string, dedupKey: string): Promise<boolean> {
  const row = await reader
    .selectFrom('message')
    .select('id')
    .where('city_id', '=', cityId)
    .where('dedup_key', '=', dedupKey)
    .where('state', 'in', ['sending', 'sent', 'failed'])
    .executeTakeFirst()
  return row !== undefined
}

/** A message that left the house, for this transaction alone; undefined when it did not, or its address is forgotten. */
export async function lockSent(tx: Tx, cityId: string, id: string): Promise<Message | undefined> {
  const row = await tx
    .selectFrom('message')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .where('recipient', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  return row && toMessage(row)
}

export async function setBounced(tx: Tx, { cityId, id }: Message): Promise<void> {
  await tx
    .updateTable('message')
    .set({ state: 'failed', failed_because: 'bounced' })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
}

/** What a message of ours was about; null for none, or one that was about no case. */
export async function caseOfMessage(reader: Reader, cityId: string, id: string): Promise<string | null> {
  const row = await reader
    .selectFrom('message')
    .select('case_id')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.case_id ?? null
}

/** How many mails this address got from us since then. */
export async function countSentTo(
  reader: Reader,
  cityId: string,
  address: string,
  since: Date,
): Promise<number> {
  const row = await reader
    .selectFrom('message')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('city_id', '=', cityId)
    .where(sql<string>`lower(recipient)`, '=', address.toLowerCase())
    .where('channel', '=', 'email')
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
