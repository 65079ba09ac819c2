import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitTracker } from './trackerEvents.ts'
import { nextTheta } from './trackerRule.ts'
import * as store from './trackerStore.ts'

/** A promise was kept or broken: the tracker of the team that made it learns from it, once. */
export async function chargePromise(
  tx: Tx,
  ctx: Context,
  callbackId: string,
  missed: boolean,
): Promise<void> {
  const { cityId } = ctx
  const teamId = await store.trackedTeam(tx, cityId, callbackId)
  if (teamId === null) return
  const now = ctx.clock.now()
  const theta = nextTheta(await store.lockTheta(tx, cityId, teamId, now), missed)
  await store.saveTheta(tx, cityId, teamId, theta, now)
  await store.decideForecast(tx, cityId, callbackId, { missed, theta, at: now })
  await emitTracker(tx, ctx, 'tracker.moved', { id: teamId }, { callbackId, missed, theta })
}

/** Takes a promise out of the tracker: the citizen asked for another window, so nothing is charged for it. */
export function unchargePromise(tx: Tx, cityId: string, callbackId: string): Promise<void> {
  return store.deleteForecast(tx, cityId, callbackId)
}
