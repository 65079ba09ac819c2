import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { conflict } from '../../platform/problems.ts'
import { findCategory } from '../categories/store.ts'
import { emitReport } from '../events.ts'
import { ownReport } from '../ownReport.ts'
import * as store from './open311Store.ts'

/**
 * Shows a report to everybody, or no longer: what was said, where, and how it stands. Somebody has read it before.
 * @throws Problem 409 where its category is not shown in public, or for practice; 404, 403
 */
export async function releaseReport(ctx: StaffContext, caseId: string, released: boolean): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    const { report, of } = await ownReport(tx, ctx, caseId)
    if (released) {
      const category = await findCategory(tx, ctx.cityId, report.categoryId)
      if (!category?.published)
        throw conflict('not-public', 'Meldungen dieser Kategorie werden nicht öffentlich gezeigt.')
      if (of.practice) throw conflict('not-public', 'Übungen werden nicht öffentlich gezeigt.')
    }
    const by = released ? { at: ctx.clock.now(), accountId: ctx.actor.accountId } : null
    if (!(await store.setReleased(tx, ctx.cityId, caseId, by))) return
    await emitReport(tx, ctx, 'report.released', { id: caseId, caseId }, { released })
    const action = released ? 'report.released' : 'report.hidden'
    await recordDeed(tx, ctx, action, { kind: 'case', id: caseId }, null)
  })
}
