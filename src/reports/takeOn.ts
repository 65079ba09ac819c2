import { lockCaseOfTeam } from '../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { conflict, invalid } from '../platform/problems.ts'
import { addReport } from './addReport.ts'
import { findCategory } from './categories/store.ts'
import type { TakeOnInput } from './contract.ts'
import { locate } from './place/locate.ts'
import { checkReport } from './reportInput.ts'
import * as store from './store.ts'

/**
 * An open case, as a call left it, becomes a report: what was said stays its description.
 * @throws Problem 422 with a sentence per field, 409 when it is one already or not open, 404, 403
 */
export async function takeOn(ctx: StaffContext, caseId: string, input: TakeOnInput): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    const found = await lockCaseOfTeam(tx, ctx, caseId)
    if (await store.findReport(tx, ctx.cityId, caseId))
      throw conflict('is-report', 'Dieses Anliegen ist schon eine Meldung.')
    const category = await findCategory(tx, ctx.cityId, input.category)
    if (!category?.active) throw invalid({ category: 'Bitte eine Kategorie wählen.' })
    const checked = checkReport(category, { ...input, description: found.reason })
    if (!checked.ok) throw invalid(checked.fields)
    const { place, answers } = checked
    await addReport(tx, ctx, {
      caseId,
      teamId: found.teamId,
      category,
      place,
      answers,
      spot: await locate(tx, ctx.cityId, { at: null, text: place }),
      isPrivate: false,
      secretHash: null,
      keyHash: null,
    })
  })
}
