import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Mail, MailFile } from '../../platform/db/tables.generated.ts'

interface Named {
  cityId: string
  name: string
}

/** How far a mailbox was read. Where its numbers begin anew, so do we: what is known is known by its content. */
export async function placeOf(
  reader: Reader,
  { cityId, name }: Named,
  uidValidity: number,
  now: Date,
): Promise<{ nextUid: number; since: Date }> {
  await reader
    .insertInto('mailbox')
    .values({ city_id: cityId, name, uid_validity: uidValidity, next_uid: 1, since: now })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'name'])
        .doUpdateSet({ uid_validity: uidValidity, next_uid: 1 })
        .where('mailbox.uid_validity', '<>', uidValidity),
    )
    .execute()
  const row = await reader
    .selectFrom('mailbox')
    .select(['next_uid', 'since'])
    .where('city_id', '=', cityId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return { nextUid: row.next_uid, since: row.since }
}

/** Never back: another process may be ahead. */
export async function setNextUid(
  reader: Reader,
  { cityId, name }: Named,
  uidValidity: number,
  nextUid: number,
): Promise<void> {
  await reader
    .updateTable('mailbox')
    .set({ next_uid: nextUid })
    .where('city_id', '=', cityId)
    .where('name', '=', name)
    .where('uid_validity', '=', uidValidity)
    .where('next_uid', '<', nextUid)
    .execute()
}

/** @returns whether it was not there yet */
export async function insertMail(tx: Tx, row: Insertable<Mail>): Promise<boolean> {
  const written = await tx
    .insertInto('mail')
    .values(row)
    .onConflict((conflict) => conflict.constraint('mail_fetched_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** The oldest that nobody has looked at, for this transaction alone. */
export function lockNextNew(tx: Tx): Promise<Selectable<Mail> | undefined> {
  return tx
    .selectFrom('mail')
    .selectAll()
    .where('state', '=', 'new')
    .orderBy('city_id')
    .orderBy('received_at')
    .orderBy('uid')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function updateMail(tx: Tx, cityId: string, id: string, row: Updateable<Mail>): Promise<void> {
  await tx.updateTable('mail').set(row).where('city_id', '=', cityId).where('id', '=', id).execute()
}

/** Whether the same came before. */
export async function hasCome(tx: Tx, cityId: string, contentHash: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('mail')
    .select('id')
    .where('city_id', '=', cityId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertFiles(tx: Tx, rows: readonly Insertable<MailFile>[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('mail_file')
      .values([...rows])
      .execute()
}

/** What stands somewhere else by now, written anew. */
export async function removeMailFile(
  tx: Tx,
  cityId: string,
  { mailId, position }: { mailId: string; position: number },
): Promise<void> {
  await tx
    .deleteFrom('mail_file')
    .where('city_id', '=', cityId)
    .where('mail_id', '=', mailId)
    .where('position', '=', position)
    .execute()
}

/** The newest mail of a case's person; null for none that names itself. */
export async function lastMessageId(reader: Reader, cityId: string, caseId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('mail')
    .select('message_id')
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('became', 'in', ['report', 'reply', 'note'])
    .where('message_id', 'is not', null)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.message_id ?? null
}

/** After so many failures a person looks at it. */
export async function countFailure(
  reader: Reader,
  cityId: string,
  id: string,
  mostTries: number,
): Promise<void> {
  await reader
    .updateTable('mail')
    .set((update) => ({
      tries: sql<number>`tries + 1`,
      state: update
        .case()
        .when('tries', '>=', mostTries - 1)
        .then('waiting' as const)
        .else('new' as const)
        .end(),
      waits_because: update
        .case()
        .when('tries', '>=', mostTries - 1)
        .then('failed')
        .end(),
    }))
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'new')
    .execute()
}

/** Removes mails as they came, once they are handled. */
export async function forgetRaw(reader: Reader, handledBefore: Date): Promise<void> {
  await reader
    .updateTable('mail')
    .set({ raw: null })
    .where('raw', 'is not', null)
    .where('state', '=', 'done')
    .where('handled_at', '<', handledBefore)
    .execute()
}

/** Removes what mails say of people once their case has been closed for so long, or they never had one. @returns of how many */
export async function forgetWords(reader: Reader, before: Date): Promise<number> {
  const over = await reader
    .selectFrom('mail')
    .leftJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'mail.city_id').onRef('case.id', '=', 'mail.case_id'),
    )
    .select(['mail.city_id', 'mail.id'])
    .where('mail.words', 'is not', null)
    .where('mail.state', '=', 'done')
    .where('mail.handled_at', '<', before)
    .where((where) => where.or([where('case.id', 'is', null), where('case.closed_at', '<', before)]))
    .execute()
  for (const { city_id: cityId, id } of over) {
    await reader.deleteFrom('mail_file').where('city_id', '=', cityId).where('mail_id', '=', id).execute()
    await reader
      .updateTable('mail')
      .set({ words: null, subject: null, sender: null, sender_name: null })
      .where('city_id', '=', cityId)
      .where('id', '=', id)
      .execute()
  }
  return over.length
}

/** How many wait for a person. */
export async function countWaiting(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('mail')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The only city; null when there is none yet, or several. */
export async function soleCity(reader: Reader): Promise<string | null> {
  const rows = await reader.selectFrom('city').select('id').limit(2).execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
