import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import type { RosterChanged } from './contract.ts'
import { changed, PLANNERS } from './hands.ts'
import * as store from './rosterStore.ts'

/** @throws Problem 404 */
export async function removeEntry(ctx: StaffContext, teamId: string, id: string): Promise<RosterChanged> {
  requireRole(ctx, ...PLANNERS)
  return inTransaction(ctx, async (tx) => {
    const accountId = await store.deleteEntry(tx, ctx.cityId, teamId, id)
    if (!accountId) throw notFound('Diese Zeit')
    await recordDeed(tx, ctx, 'roster.entry-removed', { kind: 'account', id: accountId }, null)
    return changed(tx, ctx, [teamId])
  })
}
