import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { emit } from '../events.ts'
import type { Remark } from './contract.ts'
import * as store from './trialStore.ts'

/** A signed remark on a result, also against it; it stands in the report from then on. @throws Problem 409 before there is one, 404, 403 */
export async function addRemark(ctx: StaffContext, trialId: string, remark: Remark): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    const trial = await store.lockTrial(tx, ctx.cityId, trialId)
    if (!trial) throw notFound('Diesen Testbetrieb')
    if (trial.closedAt === null) throw conflict('state', 'Der Testbetrieb ist noch nicht ausgewertet.')
    const { accountId } = ctx.actor
    const row = { id: newId(), trialId, at: ctx.clock.now(), accountId, ...remark }
    await store.insertRemark(tx, ctx.cityId, row)
    await emit(tx, ctx, 'trial.remarked', { id: trialId }, {})
    await recordDeed(tx, ctx, 'trial.remarked', { kind: 'trial', id: trialId }, null)
  })
}
