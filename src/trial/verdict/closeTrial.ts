import { cityOf } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { ofOneMoment, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import { spokenDate } from '../../shared/spokenDate.ts'
import { emit } from '../events.ts'
import { localDay } from '../localDay.ts'
import { requireState } from '../plan/saveTrial.ts'
import * as store from '../plan/trialStore.ts'
import { hashOf } from './hashOf.ts'
import { judge } from './judge.ts'
import { readInputs } from './readInputs.ts'

/**
 * Counts a trial whose days are over and works out its result. Both are kept as they are then, with the fingerprint of
 * what was counted; nothing of it can be changed afterwards.
 * @throws Problem 409 before its last day is over or when it is counted, 404, 403
 */
export async function closeTrial(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await ofOneMoment(ctx, async (tx) => {
    const { plan } = await requireState(tx, ctx, id, 'running')
    const { timeZone } = await cityOf(tx, ctx.cityId)
    const at = ctx.clock.now()
    if (localDay(at, timeZone) <= plan.period.to)
      throw conflict('running', `Der Testbetrieb läuft noch bis ${spokenDate(plan.period.to)}.`)
    const inputs = await readInputs(tx, ctx.cityId, { id, plan }, at)
    const hash = hashOf(inputs)
    await store.insertResult(tx, ctx.cityId, id, { at, inputs, result: judge(inputs), hash })
    await store.setClosed(tx, ctx.cityId, id, at)
    await emit(tx, ctx, 'trial.closed', { id }, { hash })
    await recordDeed(tx, ctx, 'trial.closed', { kind: 'trial', id }, null)
  })
}
