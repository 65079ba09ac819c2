import { writeNote } from '../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { conflict, invalid } from '../platform/problems.ts'
import { cleanText } from '../shared/cleanText.ts'
import { answersInWords } from './answersInWords.ts'
import { findCategory } from './categories/store.ts'
import { dueAfter } from './dueAt.ts'
import { dueAfterChange } from './dueRule.ts'
import { emitReport } from './events.ts'
import { setReleased } from './open311/open311Store.ts'
import { openOwnReport } from './ownReport.ts'
import * as store from './store.ts'

/**
 * Puts an open report into another category, with a reason. It is due by the new category's hours since it was reported, never later
 * than was said. What was answered to the old questions becomes an inner note with the reason, so that nothing is lost; a
 * report that everybody sees is hidden where the new category is not shown in public.
 * @throws Problem 422 with a sentence at the field, 409 when it is answered or in that category, 404, 403
 */
export async function changeCategory(
  ctx: StaffContext,
  caseId: string,
  input: { category: string; reason: string },
): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const reason = cleanText(input.reason)
  await inTransaction(ctx, async (tx) => {
    const { report, of } = await openOwnReport(tx, ctx, caseId)
    const to = await findCategory(tx, ctx.cityId, input.category)
    if (!to?.active) throw invalid({ category: 'Bitte eine Kategorie wählen.' })
    if (to.id === report.categoryId)
      throw conflict('same-category', 'Die Meldung steht schon in dieser Kategorie.')
    const from = await findCategory(tx, ctx.cityId, report.categoryId)
    if (!from) throw new Error(`no category ${report.categoryId}`)
    const byNew = await dueAfter(tx, ctx.cityId, of.openedAt, to.answerHours)
    const dueAt = report.plannedFor ? report.dueAt : dueAfterChange(report.dueAt, byNew)
    await store.setCategory(tx, ctx.cityId, caseId, { categoryId: to.id, dueAt })
    const told = answersInWords(from, report.answers).map(({ question, answer }) => `${question} ${answer}`)
    const lines = [`Kategorie geändert: ${from.name} → ${to.name}. ${reason}`, ...told]
    await writeNote(tx, ctx, caseId, lines.join('\n'))
    const at = ctx.clock.now()
    const data = { fromId: from.id, toId: to.id, dueAt: dueAt.toISOString() }
    await emitReport(tx, ctx, 'report.category-changed', { id: caseId, caseId, at }, data)
    if (report.releasedAt && !to.published) {
      await setReleased(tx, ctx.cityId, caseId, null)
      await emitReport(tx, ctx, 'report.released', { id: caseId, caseId }, { released: false })
    }
  })
}
