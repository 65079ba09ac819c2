import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { isNobodyOnDuty } from '../alarm/duties.ts'
import { emitCallback } from '../events.ts'
import type { Attempt, Callback } from '../model.ts'
import { decidePromise } from './promiseRule.ts'
import { chargePromise } from '../windows/chargePromise.ts'
import * as store from '../store.ts'

/**
 * Decides a locked callback's promise as far as the facts allow, dated to the moment that decided it.
 * @returns the callback as it is then
 */
export async function settlePromise(
  tx: Tx,
  ctx: Context,
  callback: Callback,
  attempts: readonly Attempt[],
): Promise<Callback> {
  if (callback.promise !== 'open') return callback
  const now = ctx.clock.now()
  const nobodyOnDuty = now > callback.windowEnd && (await wasNobodyOnDuty(tx, ctx, callback))
  const verdict = decidePromise({ ...callback, attempts, nobodyOnDuty }, now)
  if (verdict.promise === 'open') return callback
  const { id, caseId, practice } = callback
  const subject = { id, caseId, at: verdict.at }
  const cause = verdict.promise === 'broken' ? verdict.cause : null
  const written = await store.writeDecision(tx, ctx.cityId, id, { ...verdict, cause })
  if (!written) throw new Error(`promise of callback ${id} was decided without its lock`)
  if (verdict.promise === 'kept') {
    const data = { practice, at: verdict.at.toISOString(), earlyMs: verdict.earlyMs }
    await emitCallback(tx, ctx, 'callback.kept', subject, data)
  } else {
    await emitCallback(tx, ctx, 'callback.broken', subject, { practice, cause: verdict.cause })
  }
  await chargePromise(tx, ctx, id, verdict.promise === 'broken')
  return { ...callback, promise: verdict.promise }
}

const wasNobodyOnDuty = (tx: Tx, { cityId }: Context, { teamId, windowStart, windowEnd }: Callback) =>
  isNobodyOnDuty(tx, cityId, teamId, { start: windowStart.getTime(), end: windowEnd.getTime() })
