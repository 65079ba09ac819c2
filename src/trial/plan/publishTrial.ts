import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { emit } from '../events.ts'
import * as store from './trialStore.ts'

/** From now on everybody may read the result; harmless when everybody may. @throws Problem 409 before there is one, 404, 403 */
export async function publishTrial(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    const trial = await store.lockTrial(tx, ctx.cityId, id)
    if (!trial) throw notFound('Diesen Testbetrieb')
    if (trial.closedAt === null) throw conflict('state', 'Der Testbetrieb ist noch nicht ausgewertet.')
    if (trial.publishedAt !== null) return
    await store.setPublished(tx, ctx.cityId, id, ctx.clock.now())
    await emit(tx, ctx, 'trial.published', { id }, {})
    await recordDeed(tx, ctx, 'trial.published', { kind: 'trial', id }, null)
  })
}
