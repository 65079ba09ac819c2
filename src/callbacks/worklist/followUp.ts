import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { endCallback } from '../attempts/finish.ts'
import type { OutcomeResult } from '../contract.ts'
import type { Callback } from '../model.ts'
import { promiseCallback } from '../promises/promiseCallback.ts'
import * as store from '../store.ts'

export interface NextCall {
  /** Start of one of the team's free windows. */
  windowStart: Date
  /** And its end; without it the hour that begins then. */
  windowEnd: Date | undefined
  /** Whether who promises it also wants to make it. */
  mine: boolean
}

/**
 * Settled for now: ends a locked callback and promises the next one on the same case, which stays open. Both or neither.
 * @throws Problem 409 `window-full`
 */
export async function followUp(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  { windowStart, windowEnd, mine }: NextCall,
): Promise<OutcomeResult> {
  const promise = await endCallback(tx, ctx, callback, 'follow-up')
  const { caseId, teamId, practice } = callback
  const next = await promiseCallback(tx, ctx, { caseId, teamId, windowStart, windowEnd, practice })
  if (mine) await store.updateCallback(tx, ctx.cityId, next.id, { reserved_for: ctx.actor.accountId })
  return { state: 'done', promise, nextText: next.text }
}
