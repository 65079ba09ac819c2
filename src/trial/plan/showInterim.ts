import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { emit } from '../events.ts'
import { requireState } from './saveTrial.ts'
import * as store from './trialStore.ts'

/**
 * Lets everybody read the whole weeks of a running trial, or no longer; harmless when it is so already.
 * @throws Problem 409 for one that does not run, 404, 403
 */
export async function showInterim(ctx: StaffContext, id: string, shown: boolean): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    const { interimAt } = await requireState(tx, ctx, id, 'running')
    if ((interimAt !== null) === shown) return
    await store.setInterim(tx, ctx.cityId, id, shown ? ctx.clock.now() : null)
    const kind = shown ? 'trial.interim-shown' : 'trial.interim-hidden'
    await emit(tx, ctx, kind, { id }, {})
    await recordDeed(tx, ctx, kind, { kind: 'trial', id }, null)
  })
}
