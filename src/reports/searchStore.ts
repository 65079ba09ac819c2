import { type SelectQueryBuilder, type RawBuilder, sql } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/tables.generated.ts'

/**
 * So many rows at the beginning of a list are looked at one by one. A word that is frequent fills a page from them; for one that is
 * not, the index of words has few rows. Neither costs more in a longer list.
 */
const FIRST_ROWS = 3_000

interface Search<O> {
  /** The list without words: its conditions only. It selects `case_id`, what `order` names, and the words. */
  rows: SelectQueryBuilder<DB, 'report', O & { case_id: string }>
  /** For staff, or for everybody. */
  column: keyof O & ('words' | 'public_words')
  /** As somebody typed them. */
  words: string
  order: RawBuilder<unknown>
  /** What else must hold, where it is dear to find out: it is asked of those with the words only. */
  also?: RawBuilder<boolean>
  most: number
}

/** The first of a list in which all these words occur, by their cases' ids. */
export async function searchReports<O>(
  reader: Reader,
  { rows, column, words, order, also = sql<boolean>`true`, most }: Search<O>,
): Promise<string[]> {
  const wanted = sql`websearch_to_tsquery('german', ${words}::text)`
  const { rows: looks } = await sql<{ looked: number; found: string[] }>`
    with first as materialized (select * from ${rows} as list order by ${order} limit ${sql.lit(FIRST_ROWS)})
    select (select count(*) from first) as looked,
      array(select case_id::text from first where ${sql.ref(column)} @@ ${wanted} and ${also} order by ${order} limit ${most}) as found`.execute(
    reader,
  )
  const { looked = 0, found = [] } = looks[0] ?? {}
  if (found.length === most || looked < FIRST_ROWS) return found
  // Materialized: else the order would make the database walk the whole list; and sorted first, so that `also` is asked until a page is full.
  const { rows: all } = await sql<{ id: string }>`
    with found as materialized (select * from ${rows} as list where ${sql.ref(column)} @@ ${wanted}),
    sorted as materialized (select * from found order by ${order})
    select case_id as id from sorted where ${also} limit ${most}`.execute(reader)
  return all.map(({ id }) => id)
}
