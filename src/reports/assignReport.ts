import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { invalid } from '../platform/problems.ts'
import { emitReport } from './events.ts'
import { openOwnReport } from './ownReport.ts'
import * as store from './store.ts'
import { membersOf } from './members.ts'

/** Says who of the team works a report; null: nobody in particular. @throws Problem 422, 409 when it is answered, 404, 403 */
export async function assignReport(
  ctx: StaffContext,
  caseId: string,
  accountId: string | null,
): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    const { report, of } = await openOwnReport(tx, ctx, caseId)
    if (report.assignedTo === accountId) return
    const members = await membersOf(tx, ctx.cityId, of.teamId)
    if (accountId !== null && !members.some(({ id }) => id === accountId))
      throw invalid({ accountId: 'Bitte jemanden aus dem Team wählen.' })
    await store.setAssigned(tx, ctx.cityId, caseId, accountId)
    await emitReport(tx, ctx, 'report.assigned', { id: caseId, caseId }, { ownerId: accountId })
  })
}
