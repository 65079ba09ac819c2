import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid, notFound, tellingTheField } from '../../platform/problems.ts'
import { emit } from '../events.ts'
import type { Decision, TrialPlan } from './contract.ts'
import { planFaults } from './planRule.ts'
import * as store from './trialStore.ts'

/** Plans a trial, or another plan for one that has not started. @returns its id @throws Problem 422 by field, 409, 404, 403 */
export async function saveTrial(ctx: StaffContext, id: string | null, plan: TrialPlan): Promise<string> {
  requireRole(ctx, 'lead', 'admin')
  requireWhole(plan)
  return told(() =>
    inTransaction(ctx, async (tx) => {
      if (id !== null) {
        await requireState(tx, ctx, id, 'draft')
        await store.setPlan(tx, ctx.cityId, id, plan)
      }
      const trialId = id ?? newId()
      if (id === null) await store.insertTrial(tx, ctx.cityId, { id: trialId, plan, at: ctx.clock.now() })
      await emit(tx, ctx, 'trial.planned', { id: trialId }, {})
      return trialId
    }),
  )
}

/** Discards one that has not started. @throws Problem 409, 404, 403 */
export async function discardTrial(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    await requireState(tx, ctx, id, 'draft')
    await store.deleteTrial(tx, ctx.cityId, id)
    await emit(tx, ctx, 'trial.discarded', { id }, {})
  })
}

/** From now on what was planned stands; what is changed is seen as a change. @throws Problem 409 beside another trial, 404, 403 */
export async function startTrial(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await told(() =>
    inTransaction(ctx, async (tx) => {
      await requireState(tx, ctx, id, 'draft')
      await store.lock(tx, ctx.cityId, id, ctx.clock.now())
      await emit(tx, ctx, 'trial.started', { id }, {})
      await recordDeed(tx, ctx, 'trial.started', { kind: 'trial', id }, null)
    }),
  )
}

/** Another plan while the trial runs, with its reason; both plans stay readable. @throws Problem 422, 409, 404, 403 */
export async function changeTrial(
  ctx: StaffContext,
  id: string,
  { plan, reason }: { plan: TrialPlan; reason: string },
): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  requireWhole(plan)
  await told(() =>
    inTransaction(ctx, async (tx) => {
      const { plan: before } = await requireState(tx, ctx, id, 'running')
      if (JSON.stringify(before) === JSON.stringify(plan)) throw invalid({ plan: 'Es ist nichts geändert.' })
      await store.setPlan(tx, ctx.cityId, id, plan)
      const { accountId } = ctx.actor
      const change = { id: newId(), trialId: id, at: ctx.clock.now(), accountId, reason, before, after: plan }
      await store.insertChange(tx, ctx.cityId, change)
      await emit(tx, ctx, 'trial.changed', { id }, {})
      await recordDeed(tx, ctx, 'trial.changed', { kind: 'trial', id }, null)
    }),
  )
}

/** What the city decided after it had read the result. @throws Problem 409 before there is one or when it is decided, 404, 403 */
export async function decideTrial(ctx: StaffContext, id: string, decision: Decision): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    await requireState(tx, ctx, id, 'closed')
    await store.setDecided(tx, ctx.cityId, id, decision, ctx.clock.now())
    await emit(tx, ctx, 'trial.decided', { id }, { decision: decision.decision })
    await recordDeed(tx, ctx, 'trial.decided', { kind: 'trial', id }, null)
  })
}

function requireWhole(plan: TrialPlan): void {
  const faults = planFaults(plan)
  if (Object.keys(faults).length > 0) throw invalid(faults)
}

const IS: Readonly<Record<store.Trial['state'], string>> = {
  draft: 'Der Testbetrieb ist noch nicht gestartet.',
  running: 'Der Testbetrieb läuft schon.',
  closed: 'Der Testbetrieb ist ausgewertet.',
  decided: 'Über den Testbetrieb ist entschieden.',
}

/** Locks it. @throws Problem 404, 409 with what it is instead */
export async function requireState(
  tx: Tx,
  ctx: StaffContext,
  id: string,
  state: store.Trial['state'],
): Promise<store.Trial> {
  const trial = await store.lockTrial(tx, ctx.cityId, id)
  if (!trial) throw notFound('Diesen Testbetrieb')
  if (trial.state !== state) throw conflict('state', IS[trial.state])
  return trial
}

const told = <T>(write: () => Promise<T>): Promise<T> =>
  tellingTheField({ trial_alone: ['period', 'In diesen Tagen läuft schon ein anderer Testbetrieb.'] }, write)
