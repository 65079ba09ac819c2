import type { Insertable } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { CaseAttachment } from '../../platform/db/tables.generated.ts'
import { MEDIA_TYPES, type MediaType } from './contract.ts'

const mediaType = z.enum(MEDIA_TYPES)

/** What a case says about taking files, locked until the transaction ends; null when there is no such case. */
export async function lockCase(
  tx: Tx,
  cityId: string,
  caseId: string,
): Promise<{ closedAt: Date | null; attachments: number } | null> {
  const row = await tx
    .selectFrom('case')
    .select('closed_at')
    .where('city_id', '=', cityId)
    .where('id', '=', caseId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return null
  // A statement of its own: it sees what was stored while we waited for the lock.
  const { attachments } = await tx
    .selectFrom('case_attachment')
    .select((select) => select.fn.countAll<number>().as('attachments'))
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return { closedAt: row.closed_at, attachments }
}

/** The file of this case with the same content, if there is one. */
export function findSame(
  reader: Reader,
  cityId: string,
  caseId: string,
  sha256: Buffer,
): Promise<{ id: string; name: string } | undefined> {
  return reader
    .selectFrom('case_attachment')
    .select(['id', 'name'])
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

export async function insertAttachment(tx: Tx, row: Insertable<CaseAttachment>): Promise<void> {
  await tx.insertInto('case_attachment').values(row).execute()
}

/** Without their content, oldest first. */
export async function attachmentsOf(reader: Reader, cityId: string, caseId: string) {
  const rows = await reader
    .selectFrom('case_attachment as a')
    .leftJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'a.city_id').onRef('account.id', '=', 'a.added_by'),
    )
    .select(['a.id', 'a.name', 'a.media_type', 'a.size', 'a.added_at', 'a.added_by', 'account.name as by'])
    .where('a.city_id', '=', cityId)
    .where('a.case_id', '=', caseId)
    .orderBy('a.added_at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: mediaType.parse(row.media_type),
    size: row.size,
    addedAt: row.added_at,
    addedBy: row.added_by,
    by: row.by,
  }))
}

export async function contentOf(
  reader: Reader,
  cityId: string,
  { caseId, id }: { caseId: string; id: string },
): Promise<{ name: string; mediaType: MediaType; bytes: Buffer } | null> {
  const row = await reader
    .selectFrom('case_attachment')
    .select(['name', 'media_type', 'bytes'])
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { name: row.name, mediaType: mediaType.parse(row.media_type), bytes: row.bytes } : null
}

/** Who added it, null when no account did; undefined when there is no such file in this case. */
export async function lockAdder(
  tx: Tx,
  cityId: string,
  { caseId, id }: { caseId: string; id: string },
): Promise<string | null | undefined> {
  const row = await tx
    .selectFrom('case_attachment')
    .select('added_by')
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row?.added_by
}

export async function deleteAttachment(tx: Tx, cityId: string, id: string): Promise<void> {
  await tx.deleteFrom('case_attachment').where('city_id', '=', cityId).where('id', '=', id).execute()
}

/** Deletes the files of cases that were closed at this moment or earlier. */
export function deleteOfCasesClosed(
  tx: Tx,
  closedBefore: Date,
): Promise<{ cityId: string; caseId: string; id: string }[]> {
  return tx
    .deleteFrom('case_attachment as a')
    .using('case')
    .whereRef('case.city_id', '=', 'a.city_id')
    .whereRef('case.id', '=', 'a.case_id')
    .where('case.closed_at', '<=', closedBefore)
    .returning(['a.city_id as cityId', 'a.case_id as caseId', 'a.id'])
    .execute()
}
