import { reopenCase } from '../../cases/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { cleanText } from '../../shared/cleanText.ts'
import { findCategory } from '../categories/store.ts'
import { dueAfter } from '../dueAt.ts'
import { emitReport } from '../events.ts'
import { lockMerged } from '../merging/mergeStore.ts'
import type { Report } from '../model.ts'
import { objectUntil } from '../objectRule.ts'
import { tellFollowers } from '../public/followers/tellFollowers.ts'
import * as store from '../store.ts'

const LONGEST = 2000

/**
 * Whoever reported says that it is not solved: the report is in work again, due as if it came in now, and owes another answer.
 * Only people do this; nothing automatic can.
 * @throws Problem 422 without words, 409 when it is not answered or was answered too long ago
 */
export async function objectToAnswer(ctx: Context, caseId: string, words: string): Promise<void> {
  const text = cleanText(words)
  if (text === '') throw invalid({ text: 'Bitte sagen Sie uns, was noch nicht gelöst ist.' })
  if (text.length > LONGEST) throw invalid({ text: `Der Text ist zu lang (höchstens ${LONGEST} Zeichen).` })
  await inTransaction(ctx, async (tx) => {
    const worked = (await store.findReport(tx, ctx.cityId, caseId))?.mergedInto ?? caseId
    const report = await store.lockReport(tx, ctx.cityId, worked)
    const at = ctx.clock.now()
    if (!report?.answeredAt) throw conflict('report-open', 'Diese Meldung ist noch in Arbeit.')
    if (objectUntil(report.answeredAt) <= at)
      throw conflict('report-over', 'Die Antwort ist zu lange her. Bitte melden Sie es neu.')
    const category = await findCategory(tx, ctx.cityId, report.categoryId)
    if (!category) throw new Error(`no category ${report.categoryId}`)
    const dueAt = await dueAfter(tx, ctx.cityId, at, category.answerHours)
    const updateId = newId(at.getTime())
    for (const one of [report, ...(await lockMerged(tx, ctx.cityId, worked))])
      await begin(tx, ctx, one, { dueAt, updateId, at })
    // Staff read it where it is worked, and whoever said it on their own page.
    for (const id of new Set([worked, caseId]))
      await store.insertUpdate(tx, {
        city_id: ctx.cityId,
        id: id === worked ? updateId : newId(at.getTime()),
        case_id: id,
        at,
        state: 'in-work',
        text,
        planned_for: null,
        account_id: null,
      })
  })
}

/** In work again, with all who reported the same. */
async function begin(
  tx: Tx,
  ctx: Context,
  report: Report,
  { dueAt, updateId, at }: { dueAt: Date; updateId: string; at: Date },
): Promise<void> {
  const { caseId } = report
  const again = { state: 'in-work', dueAt, plannedFor: null, answer: null, answeredAt: null } as const
  await store.setState(tx, ctx.cityId, caseId, again)
  const data = { updateId, dueAt: dueAt.toISOString() }
  await emitReport(tx, ctx, 'report.objected', { id: caseId, caseId, at }, data)
  await reopenCase(tx, ctx, caseId)
  await tellFollowers(tx, ctx, caseId, updateId, [report, again])
}
