import { type Insertable, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Open311Key } from '../../platform/db/tables.generated.ts'
import { firstIdOf } from '../../platform/ids.ts'
import { publicPosition } from '../place/publicPositionRule.ts'
import { MOST, type Wanted } from './listRule.ts'
import type { PublicReport } from './model.ts'

/** Those that everybody may see: of a category that the city opened, and released by somebody; also those that belong to another one. */
export const publicReports = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('report')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'report.city_id').onRef('case.id', '=', 'report.case_id'),
    )
    .innerJoin('report_category', (join) =>
      join
        .onRef('report_category.city_id', '=', 'report.city_id')
        .onRef('report_category.id', '=', 'report.category_id'),
    )
    .select((select) => [
      'case.id as caseId',
      'case.number',
      'report.state',
      'report_category.id as categoryId',
      'report_category.name as category',
      'case.reason as description',
      'report.place',
      'report.street',
      'report.private_ground as isPrivate',
      'report.lat',
      'report.lon',
      'report.merged_into as mergedInto',
      'case.opened_at as requestedAt',
      'report.due_at as expectedAt',
      select
        .selectFrom('report_update')
        .select((update) => update.fn.max('report_update.at').as('at'))
        .whereRef('report_update.city_id', '=', 'report.city_id')
        .whereRef('report_update.case_id', '=', 'report.case_id')
        .as('updatedAt'),
      select
        .selectFrom('report_photo')
        .select('report_photo.id')
        .whereRef('report_photo.city_id', '=', 'report.city_id')
        .whereRef('report_photo.case_id', '=', 'report.case_id')
        .where('report_photo.released_at', 'is not', null)
        .orderBy('report_photo.added_at')
        .orderBy('report_photo.place')
        .limit(1)
        .as('photoId'),
    ])
    .where('report.city_id', '=', cityId)
    .where('report.released_at', 'is not', null)
    .where('report_category.published', '=', true)
    .where('case.practice', '=', false)

type PublicRow = Awaited<ReturnType<ReturnType<typeof publicReports>['execute']>>[number]

/** What of it everybody may see: on private ground the place is coarse. */
export const toPublic = ({
  updatedAt,
  place,
  street,
  lat,
  lon,
  isPrivate,
  mergedInto: _of,
  ...row
}: PublicRow): PublicReport => ({
  ...row,
  street,
  isPrivate,
  ...publicPosition({ place, street, lat, lon }, isPrivate),
  updatedAt: updatedAt ?? row.requestedAt,
})

/**
 * Newest first. Of several that say the same the list has the one that is worked; by its number each is found, because whoever sent it asks for it.
 */
export async function listPublic(reader: Reader, cityId: string, wanted: Wanted): Promise<PublicReport[]> {
  let query = publicReports(reader, cityId).orderBy('report.case_id', 'desc').limit(MOST)
  if ('numbers' in wanted) query = query.where('case.number', 'in', [...wanted.numbers])
  else {
    query = query
      .where('report.merged_into', 'is', null)
      .where('report.case_id', '>=', firstIdOf(wanted.from))
      .where('report.case_id', '<', firstIdOf(new Date(wanted.until.getTime() + 1)))
    if (wanted.categories) query = query.where('report.category_id', 'in', [...wanted.categories])
    if (wanted.states?.length === 1)
      query = query.where('report.answered_at', wanted.states[0] === 'open' ? 'is' : 'is not', null)
  }
  return (await query.execute()).map(toPublic)
}

export interface KeyRow {
  id: string
  name: string
  active: boolean
  createdAt: Date
}

export function listKeys(reader: Reader, cityId: string): Promise<KeyRow[]> {
  return reader
    .selectFrom('open311_key')
    .select(['id', 'name', 'active', 'created_at as createdAt'])
    .where('city_id', '=', cityId)
    .orderBy('name')
    .execute()
}

export async function insertKey(tx: Tx, row: Insertable<Open311Key>): Promise<void> {
  await tx.insertInto('open311_key').values(row).execute()
}

/** @returns whether there is such a key */
export async function setKeyActive(tx: Tx, cityId: string, id: string, active: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('open311_key')
    .set({ active })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The id of an active key; null for any other. */
export async function findActiveKey(reader: Reader, cityId: string, hash: Buffer): Promise<string | null> {
  const row = await reader
    .selectFrom('open311_key')
    .select('id')
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('active', '=', true)
    .executeTakeFirst()
  return row?.id ?? null
}

/** @returns false when it is so already */
export async function setReleased(
  tx: Tx,
  cityId: string,
  caseId: string,
  by: { at: Date; accountId: string } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ released_at: by?.at ?? null, released_by: by?.accountId ?? null })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where(sql<boolean>`(released_at is null) = ${by !== null}`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
