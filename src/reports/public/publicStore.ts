import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'
import type { PublicReport } from '../open311/model.ts'
import { publicReports, toPublic } from '../open311/open311Store.ts'

/** What somebody wants to see of the public list. */
export interface Asked {
  /** To be found in the report or in its public place; '' for all. */
  words: string
  categoryId: string | null
  state: 'open' | 'ended' | null
  /** The case's id with which the page before ended. */
  after: string | null
}

/** The newest first: a case's id begins with its time. */
export async function listAsked(
  reader: Reader,
  cityId: string,
  { words, categoryId, state, after }: Asked,
  most: number,
): Promise<PublicReport[]> {
  let query = publicReports(reader, cityId).orderBy('report.case_id', 'desc').limit(most)
  if (categoryId !== null) query = query.where('report.category_id', '=', categoryId)
  if (state !== null) query = query.where('report.answered_at', state === 'open' ? 'is' : 'is not', null)
  if (after !== null) query = query.where('report.case_id', '<', after)
  if (words !== '') query = query.where('report.case_id', 'in', found(cityId, words))
  return (await query.execute()).map(toPublic)
}

/** Two indexes, one for each table: an OR over both would read every report. Of private ground only the street is searched. */
const found = (cityId: string, words: string) => sql<string>`(
  select id from "case" where city_id = ${cityId}
    and to_tsvector('german', reason) @@ websearch_to_tsquery('german', ${words})
  union all
  select case_id from report where city_id = ${cityId} and released_at is not null
    and to_tsvector('german', coalesce(case when private_ground then street else place end, ''))
      @@ websearch_to_tsquery('german', ${words}))`
