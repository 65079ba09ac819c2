import { cityOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import * as store from '../plan/trialStore.ts'
import { type TrialInputs, trialInputs } from './inputs.ts'
import { type TrialResult, trialResult } from './contract.ts'

/** A counted trial, whole: what everybody may read once it is published. No person is in it. */
export interface KeptTrial {
  id: string
  plan: store.Trial['plan']
  lockedAt: Date
  countedAt: Date
  /** IANA name: of which days the moments are. */
  timeZone: string
  changes: readonly Pick<store.TrialChange, 'at' | 'reason'>[]
  decision: { decision: 'continue' | 'adapt' | 'end'; text: string } | null
  remarks: readonly store.SignedRemark[]
  inputs: TrialInputs
  result: TrialResult
  /** SHA-256 of `inputs`. */
  hash: string
}

/** Null where there is none, or where it is not published yet. */
export async function publishedTrial(ctx: Context, id: string): Promise<KeptTrial | null> {
  const trial = await store.trialById(ctx.db, ctx.cityId, id)
  if (!trial?.publishedAt) return null
  return keptTrial(ctx, trial)
}

async function keptTrial(
  { db, cityId }: Context,
  { id, plan, lockedAt, decision, decisionText }: store.Trial,
): Promise<KeptTrial | null> {
  const kept = await store.resultOf(db, cityId, id)
  if (!kept || !lockedAt) return null
  const { timeZone } = await cityOf(db, cityId)
  const changes = await store.changesOf(db, cityId, id)
  return {
    id,
    plan,
    lockedAt,
    countedAt: kept.at,
    timeZone,
    changes: changes.map(({ at, reason }) => ({ at, reason })),
    decision: decision && decisionText ? { decision, text: decisionText } : null,
    remarks: await store.remarksOf(db, cityId, id),
    inputs: trialInputs.parse(kept.inputs),
    result: trialResult.parse(kept.result),
    hash: kept.hash,
  }
}

/** The published ones and those whose weeks are shown while they run, the latest period first. */
export async function shownTrials({
  db,
  cityId,
}: Context): Promise<{ id: string; plan: store.Trial['plan']; running: boolean }[]> {
  const trials = await store.listTrials(db, cityId)
  return trials
    .filter(
      ({ state, publishedAt, interimAt }) =>
        publishedAt !== null || (state === 'running' && interimAt !== null),
    )
    .map(({ id, plan, state }) => ({ id, plan, running: state === 'running' }))
}
