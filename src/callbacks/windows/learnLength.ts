import { caseOf } from '../../cases/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Attempt, Callback } from '../model.ts'
import { learnt, measuredMs } from './lengthRule.ts'
import * as store from './lengthStore.ts'

/** Learns from an attempt that was just closed how long callbacks of this team and this service take. */
export async function learnLength(
  tx: Tx,
  ctx: Context,
  { caseId, teamId, practice }: Callback,
  attempt: Attempt,
): Promise<void> {
  const ms = practice ? null : measuredMs(attempt)
  if (ms === null) return
  const { cityId } = ctx
  const now = ctx.clock.now()
  const { serviceId } = await caseOf(tx, cityId, caseId)
  const before = await store.lockMeasured(tx, cityId, teamId, serviceId)
  await store.saveLength(tx, { cityId, teamId, serviceId: null }, learnt(before.team, ms), now)
  if (serviceId !== null)
    await store.saveLength(tx, { cityId, teamId, serviceId }, learnt(before.service, ms), now)
}
