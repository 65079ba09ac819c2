import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { emitReport } from '../events.ts'
import { ownReport } from '../ownReport.ts'
import * as store from '../store.ts'

/** Says whether a report lies on private ground: then everybody sees the street and a rough area only. @throws Problem 404, 403 */
export async function markGround(ctx: StaffContext, caseId: string, isPrivate: boolean): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    await ownReport(tx, ctx, caseId)
    if (!(await store.setPrivateGround(tx, ctx.cityId, caseId, isPrivate))) return
    await emitReport(tx, ctx, 'report.ground-marked', { id: caseId, caseId }, { isPrivate })
    const action = isPrivate ? 'report.ground-private' : 'report.ground-public'
    await recordDeed(tx, ctx, action, { kind: 'case', id: caseId }, null)
  })
}
