import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { emitProposal } from '../events.ts'
import { CALLERS } from '../worklist/hands.ts'
import { lockOpenProposal } from './proposalHands.ts'
import { endProposal } from './proposalStore.ts'

/** Nobody calls back, for a reason that is kept. @throws Problem 404, 403 for another team's, 409 when it is over */
export async function dismissProposal(
  ctx: StaffContext,
  id: string,
  input: { reason: string },
): Promise<void> {
  requireRole(ctx, ...CALLERS)
  await inTransaction(ctx, async (tx) => {
    await lockOpenProposal(tx, ctx, id)
    await endProposal(tx, ctx.cityId, id, {
      state: 'dismissed',
      decided_at: ctx.clock.now(),
      decided_by: ctx.actor.accountId,
      dismissed_because: input.reason,
    })
    await emitProposal(tx, ctx, 'proposal.dismissed', { id }, {})
  })
}
