import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { type FieldSentences, tellingTheField } from '../../platform/problems.ts'
import { emitReport } from '../events.ts'
import type { CategoriesView, CategoryInput } from './contract.ts'
import * as store from './store.ts'

const SENTENCES: FieldSentences = {
  report_category_name: ['name', 'Diesen Namen hat schon eine andere Kategorie.'],
  report_category_city_id_team_id_fkey: ['teamId', 'Bitte ein Team dieser Stadt wählen.'],
}

/** Adds what can be reported, or changes it; open reports keep their due time. @throws Problem 422 */
export async function saveCategory(
  ctx: StaffContext,
  id: string,
  input: CategoryInput,
): Promise<CategoriesView> {
  requireRole(ctx, 'admin')
  const { teamId, answerHours, questions, instead, ...same } = input
  const row = {
    ...same,
    team_id: teamId,
    answer_hours: answerHours,
    questions: JSON.stringify(questions),
    instead: instead || null,
  }
  await tellingTheField(SENTENCES, () =>
    inTransaction(ctx, async (tx) => {
      const changed = await store.updateCategory(tx, ctx.cityId, id, row)
      if (!changed) await store.insertCategory(tx, { ...row, city_id: ctx.cityId, id })
      await emitReport(tx, ctx, 'report-category.changed', { id: id }, { active: input.active })
    }),
  )
  return readCategories(ctx)
}

/** All of the city, also those that are switched off. */
export async function readCategories(ctx: StaffContext): Promise<CategoriesView> {
  requireRole(ctx, ...CITY_STAFF)
  const found = await store.listCategories(ctx.db, ctx.cityId, 'all')
  return { categories: found.map((category) => ({ ...category, questions: [...category.questions] })) }
}
