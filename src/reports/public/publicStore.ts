import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { PublicReport } from '../open311/model.ts'
import { publicReports, toPublic } from '../open311/open311Store.ts'
import { searchReports } from '../searchStore.ts'

/** What somebody wants to see of the public list. */
export interface Asked {
  /** To be found in the report or in its public place; '' for all. */
  words: string
  categoryId: string | null
  state: 'open' | 'ended' | null
  /** The case's id with which the page before ended. */
  after: string | null
}

/** The newest first: a case's id begins with its time. Of several that say the same there is the one that is worked. */
export async function listAsked(
  reader: Reader,
  cityId: string,
  asked: Asked,
  most: number,
): Promise<PublicReport[]> {
  const rows = rowsAsked(reader, cityId, asked)
  const newest = sql`case_id desc`
  const ids =
    asked.words === ''
      ? (await rows.orderBy(newest).limit(most).execute()).map(({ case_id: id }) => id)
      : await searchReports(reader, { rows, column: 'public_words', words: asked.words, order: newest, most })
  if (ids.length === 0) return []
  const query = publicReports(reader, cityId)
    .where('report.case_id', 'in', ids)
    .orderBy('report.case_id', 'desc')
  return (await query.execute()).map(toPublic)
}

/** What stands in the list, without its words. */
export function rowsAsked(
  reader: Reader,
  cityId: string,
  { categoryId, state, after }: Omit<Asked, 'words'>,
) {
  let rows = reader
    .selectFrom('report')
    .select(['report.case_id', 'report.public_words'])
    .where('report.city_id', '=', cityId)
    .where('report.released_at', 'is not', null)
    .where('report.merged_into', 'is', null)
    .where('report.category_id', 'in', (select) =>
      select
        .selectFrom('report_category')
        .select('report_category.id')
        .where('report_category.city_id', '=', cityId)
        .where('report_category.published', '=', true),
    )
  if (categoryId !== null) rows = rows.where('report.category_id', '=', categoryId)
  if (state !== null) rows = rows.where('report.answered_at', state === 'open' ? 'is' : 'is not', null)
  if (after !== null) rows = rows.where('report.case_id', '<', after)
  return rows
}

/** By its number, as everybody may see it; of several that say the same, the one that is worked. */
export async function findShown(
  reader: Reader,
  cityId: string,
  number: string,
): Promise<PublicReport | null> {
  const one = await publicReports(reader, cityId).where('case.number', '=', number).executeTakeFirst()
  if (!one) return null
  return one.mergedInto === null ? toPublic(one) : findShownOf(reader, cityId, one.mergedInto)
}

/** The same by its case; null as well while the one that is worked in its place is not shown. */
export async function findShownOf(
  reader: Reader,
  cityId: string,
  caseId: string,
): Promise<PublicReport | null> {
  const one = await publicReports(reader, cityId).where('case.id', '=', caseId).executeTakeFirst()
  if (!one) return null
  if (one.mergedInto === null) return toPublic(one)
  return (await findShownOf(reader, cityId, one.mergedInto)) && toPublic(one)
}
