import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { DB } from '../../platform/db/tables.generated.ts'
import { publicReports } from '../open311/open311Store.ts'
import type { PhotoSize } from './contract.ts'
import { MOST_PHOTOS, type Pictures, type SmallPhoto, type TakenPhoto, type WhichPhoto } from './model.ts'

/** Whose photo it is: a report's, or that of a draft (hash of its key). */
export type Owner = { caseId: string } | { draftHash: Buffer }

export interface NewPhoto {
  id: string
  taken: TakenPhoto
  at: Date
  addedBy: string | null
}

/**
 * Puts a photo in the lowest free place of its owner. Somebody else may take the same place in this moment; a constraint then
 * refuses this statement. @returns false when there are five
 */
export async function insertPhoto(
  writer: Reader,
  cityId: string,
  owner: Owner,
  { id, taken, at, addedBy }: NewPhoto,
): Promise<boolean> {
  const caseId = 'caseId' in owner ? owner.caseId : null
  const draftHash = 'draftHash' in owner ? owner.draftHash : null
  const { rows } = await sql`
    insert into report_photo
      (city_id, id, case_id, draft_hash, place, large, small, width, height, added_at, added_by)
    select ${cityId}, ${id}, ${caseId}, ${draftHash}, min(free), ${taken.large}, ${taken.small},
      ${taken.width}, ${taken.height}, ${at}, ${addedBy}
    from generate_series(1, ${MOST_PHOTOS}::int) as free
    where not exists (
      select from report_photo
      where city_id = ${cityId} and place = free
        and (case_id = ${caseId}::uuid or draft_hash = ${draftHash}::bytea)
    )
    having min(free) is not null
    returning id`.execute(writer)
  return rows.length === 1
}

/** Whether its owner has this very photo: the form was sent twice. */
export async function hasSame(
  reader: Reader,
  cityId: string,
  owner: Owner,
  { small }: TakenPhoto,
): Promise<boolean> {
  const row = await of(reader.selectFrom('report_photo'), cityId, owner)
    .select('id')
    .where('small', '=', small)
    .executeTakeFirst()
  return row !== undefined
}

/** In the order they were added. */
export function smallOf(reader: Reader, cityId: string, owner: Owner): Promise<SmallPhoto[]> {
  return of(reader.selectFrom('report_photo'), cityId, owner)
    .select(['id', 'small'])
    .orderBy('added_at')
    .orderBy('place')
    .execute()
}

const of = <O>(query: SelectQueryBuilder<DB, 'report_photo', O>, cityId: string, owner: Owner) => {
  const inCity = query.where('city_id', '=', cityId)
  return 'caseId' in owner
    ? inCity.where('case_id', '=', owner.caseId)
    : inCity.where('draft_hash', '=', owner.draftHash)
}

/** Of all drafts of a city. */
export async function countLoose(reader: Reader, cityId: string): Promise<number> {
  const { count } = await reader
    .selectFrom('report_photo')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('city_id', '=', cityId)
    .where('case_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function deleteLoose(
  writer: Reader,
  cityId: string,
  draftHash: Buffer,
  id: string,
): Promise<void> {
  await writer
    .deleteFrom('report_photo')
    .where('city_id', '=', cityId)
    .where('draft_hash', '=', draftHash)
    .where('id', '=', id)
    .execute()
}

/** In the order they were added. */
export async function idsOfDraft(reader: Reader, cityId: string, draftHash: Buffer): Promise<string[]> {
  const rows = await of(reader.selectFrom('report_photo'), cityId, { draftHash })
    .select('id')
    .orderBy('added_at')
    .orderBy('place')
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes those of a draft that a report has already: the same form was sent again. */
export async function deleteDoubled(
  tx: Tx,
  cityId: string,
  draftHash: Buffer,
  caseId: string,
): Promise<void> {
  await tx
    .deleteFrom('report_photo')
    .where('city_id', '=', cityId)
    .where('draft_hash', '=', draftHash)
    .where('small', 'in', (query) =>
      query
        .selectFrom('report_photo as there')
        .select('there.small')
        .where('there.city_id', '=', cityId)
        .where('there.case_id', '=', caseId),
    )
    .execute()
}

/** A photo of a draft gets the lowest free place of a report. @returns false when there is none, or it was given away before */
export async function attach(
  tx: Tx,
  cityId: string,
  { draftHash, id }: { draftHash: Buffer; id: string },
  caseId: string,
): Promise<boolean> {
  const { rows } = await sql`
    update report_photo
    set case_id = ${caseId}, draft_hash = null, place = first.place
    from (
      select min(free) as place
      from generate_series(1, ${MOST_PHOTOS}::int) as free
      where not exists (
        select from report_photo where city_id = ${cityId} and case_id = ${caseId} and place = free
      )
    ) as first
    where city_id = ${cityId} and id = ${id} and draft_hash = ${draftHash} and first.place is not null
    returning id`.execute(tx)
  return rows.length === 1
}

/** Deletes those of drafts that nobody sent by then, of all cities. @returns how many */
export async function deleteLooseBefore(writer: Reader, before: Date): Promise<number> {
  const { numDeletedRows } = await writer
    .deleteFrom('report_photo')
    .where('case_id', 'is', null)
    .where('added_at', '<=', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export interface GonePhoto {
  cityId: string
  caseId: string
  id: string
}

/** Deletes the photos of reports whose answer was given by then, of all cities; those that everybody sees stay as small ones. */
export async function deleteOfAnswered(
  tx: Tx,
  answeredBefore: Date,
): Promise<{ deleted: GonePhoto[]; reduced: GonePhoto[] }> {
  const { rows: deleted } = await sql<GonePhoto>`
    delete from report_photo as p using report as r
    where r.city_id = p.city_id and r.case_id = p.case_id and r.answered_at <= ${answeredBefore}
      and (r.released_at is null or p.released_at is null)
    returning p.city_id as "cityId", p.case_id as "caseId", p.id`.execute(tx)
  const { rows: reduced } = await sql<GonePhoto>`
    update report_photo as p set large = null from report as r
    where r.city_id = p.city_id and r.case_id = p.case_id and r.answered_at <= ${answeredBefore}
      and p.large is not null
    returning p.city_id as "cityId", p.case_id as "caseId", p.id`.execute(tx)
  return { deleted, reduced }
}

/** In the order they were added, without their pictures. */
export async function photosOf(reader: Reader, cityId: string, caseId: string) {
  const rows = await reader
    .selectFrom('report_photo as p')
    .leftJoin('account', (join) =>
      join.onRef('account.city_id', '=', 'p.city_id').onRef('account.id', '=', 'p.added_by'),
    )
    .select([
      'p.id',
      'p.width',
      'p.height',
      'p.added_at',
      'p.released_at',
      'account.name as by',
      sql<string>`substr(md5(p.small), 1, 12)`.as('version'),
    ])
    .where('p.city_id', '=', cityId)
    .where('p.case_id', '=', caseId)
    .orderBy('p.added_at')
    .orderBy('p.place')
    .execute()
  return rows.map(({ added_at, released_at, ...row }) => ({
    ...row,
    addedAt: added_at,
    released: released_at !== null,
  }))
}

const ofReport = (reader: Reader, cityId: string, { caseId, id }: WhichPhoto) =>
  reader
    .selectFrom('report_photo')
    .select(['large', 'small'])
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)

/** For `large` the small one, once the large one is gone; null for no such photo of this report. */
export async function pictureOf(
  reader: Reader,
  cityId: string,
  which: WhichPhoto,
  size: PhotoSize,
): Promise<Buffer | null> {
  const row = await ofReport(reader, cityId, which).executeTakeFirst()
  return row ? (size === 'large' ? (row.large ?? row.small) : row.small) : null
}

/** A picture that everybody may see: its report is shown, and it was released itself; null for any other. */
export async function publicPicture(
  reader: Reader,
  cityId: string,
  id: string,
  size: PhotoSize,
): Promise<Buffer | null> {
  const row = await publicReports(reader, cityId)
    .innerJoin('report_photo as p', (join) =>
      join.onRef('p.city_id', '=', 'report.city_id').onRef('p.case_id', '=', 'report.case_id'),
    )
    .where('p.id', '=', id)
    .where('p.released_at', 'is not', null)
    .clearSelect()
    .select(['p.large', 'p.small'])
    .executeTakeFirst()
  return row ? (size === 'large' ? (row.large ?? row.small) : row.small) : null
}

/** Says since when everybody may see a photo; null: nobody. */
export async function setReleased(
  tx: Tx,
  cityId: string,
  { caseId, id }: WhichPhoto,
  by: { at: Date; accountId: string } | null,
): Promise<'changed' | 'so-already' | 'none'> {
  const row = await tx
    .selectFrom('report_photo')
    .select('released_at')
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'none'
  if ((row.released_at === null) === (by === null)) return 'so-already'
  await tx
    .updateTable('report_photo')
    .set({ released_at: by?.at ?? null, released_by: by?.accountId ?? null })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
  return 'changed'
}

export async function lockPictures(tx: Tx, cityId: string, which: WhichPhoto): Promise<Pictures | null> {
  return (await ofReport(tx, cityId, which).forUpdate().executeTakeFirst()) ?? null
}

/** With all that was made of it. @returns false when this report has no such photo */
export async function deletePhoto(tx: Tx, cityId: string, { caseId, id }: WhichPhoto): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('report_photo')
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0
}

export async function setPictures(tx: Tx, cityId: string, id: string, pictures: Pictures): Promise<void> {
  await tx
    .updateTable('report_photo')
    .set(pictures)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
}
