import type { Insertable, Selectable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { ReportCategory } from '../../platform/db/tables.generated.ts'
import { type Category, questions } from './model.ts'

/** In the order the city gave them. */
export async function listCategories(
  reader: Reader,
  cityId: string,
  which: 'active' | 'all',
): Promise<Category[]> {
  const base = reader
    .selectFrom('report_category')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('position')
    .orderBy('name')
  const rows = await (which === 'active' ? base.where('active', '=', true) : base).execute()
  return rows.map(toCategory)
}

export async function findCategory(reader: Reader, cityId: string, id: string): Promise<Category | null> {
  const row = await reader
    .selectFrom('report_category')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toCategory(row) : null
}

export async function insertCategory(tx: Tx, row: Insertable<ReportCategory>): Promise<void> {
  await tx.insertInto('report_category').values(row).execute()
}

/** @returns whether there is such a category */
export async function updateCategory(
  tx: Tx,
  cityId: string,
  id: string,
  row: Omit<Insertable<ReportCategory>, 'city_id' | 'id'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report_category')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const toCategory = (row: Selectable<ReportCategory>): Category => ({
  id: row.id,
  name: row.name,
  description: row.description,
  teamId: row.team_id,
  answerHours: row.answer_hours,
  place: row.place,
  questions: questions.parse(row.questions),
  instead: row.instead,
  active: row.active,
  published: row.published,
  position: row.position,
})
