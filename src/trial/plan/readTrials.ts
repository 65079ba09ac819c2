import { requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { listImports, listQueues } from '../baseline/pastStore.ts'
import { daysToDetect } from '../comparison/enoughData.ts'
import { countsOf } from '../verdict/countsOf.ts'
import { judge } from '../verdict/judge.ts'
import { readInputs } from '../verdict/readInputs.ts'
import { trialResult } from '../verdict/contract.ts'
import { cityOf } from '../../city/index.ts'
import { dateOfNumber, dayNumber } from '../../shared/dayClock.ts'
import { localDay } from '../localDay.ts'
import { inOneMoment } from '../store.ts'
import { listTestCalls } from '../testCalls/testCallStore.ts'
import type { TrialsView, TrialView } from './contract.ts'
import * as store from './trialStore.ts'

/** All trials of the city, with what is there of the time before. */
export async function readTrials(ctx: StaffContext): Promise<TrialsView> {
  requireRole(ctx, 'lead', 'admin')
  const { db, cityId } = ctx
  return {
    trials: (await store.listTrials(db, cityId)).map(({ id, state, plan, publishedAt }) => ({
      id,
      state,
      title: plan.title,
      period: plan.period,
      published: publishedAt !== null,
    })),
    imports: (await listImports(db, cityId)).map((one) => ({
      ...one,
      at: one.at.toISOString(),
      first: one.first?.toISOString() ?? null,
      last: one.last?.toISOString() ?? null,
    })),
    queues: await listQueues(db, cityId),
    testCalls: await listTestCalls(db, cityId),
  }
}

/** One trial; while it runs with what its days that are over would say. @throws Problem 404, 403 */
export async function readTrial(ctx: StaffContext, id: string): Promise<TrialView> {
  requireRole(ctx, 'lead', 'admin')
  const trial = await store.trialById(ctx.db, ctx.cityId, id)
  if (!trial) throw notFound('Diesen Testbetrieb')
  const kept = await store.resultOf(ctx.db, ctx.cityId, id)
  const changes = await store.changesOf(ctx.db, ctx.cityId, id)
  const remarks = await store.remarksOf(ctx.db, ctx.cityId, id)
  const { plan, state, decision, decisionText } = trial
  return {
    id,
    state,
    plan,
    lockedAt: trial.lockedAt?.toISOString() ?? null,
    published: trial.publishedAt !== null,
    interim: trial.interimAt !== null,
    decision: decision && decisionText ? { decision, text: decisionText } : null,
    changes: changes.map(({ at, reason, before, after }) => ({
      at: at.toISOString(),
      reason,
      before,
      after,
    })),
    remarks: remarks.map(({ at, ...remark }) => ({ at: at.toISOString(), ...remark })),
    enough: kept ? [] : await enough(ctx, trial),
    result: kept ? { ...trialResult.parse(kept.result), hash: kept.hash } : null,
    soFar: state === 'running' ? await soFar(ctx, trial) : null,
  }
}

/** Ten percentage points: what a council would notice. */
const NOTICEABLE = 0.1

/** After how many days a noticeable change of each target will be told from chance, from the days before. */
async function enough(ctx: StaffContext, { id, plan }: store.Trial): Promise<TrialView['enough']> {
  const nothingYet = dateOfNumber(dayNumber(plan.period.from) - 1)
  const { baseline } = await inOneMoment(ctx.db, (tx) =>
    readInputs(tx, ctx.cityId, { id, plan }, ctx.clock.now(), nothingYet),
  )
  return plan.targets.map(({ figure }) => ({
    figure,
    days: daysToDetect(countsOf(baseline.days, figure), NOTICEABLE),
  }))
}

/** What the days that are over say; null before the first is. */
async function soFar(ctx: StaffContext, { id, plan }: store.Trial): Promise<TrialView['soFar']> {
  const { timeZone } = await cityOf(ctx.db, ctx.cityId)
  const until = dateOfNumber(dayNumber(localDay(ctx.clock.now(), timeZone)) - 1)
  if (until < plan.period.from) return null
  return inOneMoment(ctx.db, async (tx) => {
    const inputs = await readInputs(tx, ctx.cityId, { id, plan }, ctx.clock.now(), until)
    return { until, days: inputs.trial.days.length, ...judge(inputs) }
  })
}
