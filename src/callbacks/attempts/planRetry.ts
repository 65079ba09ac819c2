import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { OutcomeResult } from '../contract.ts'
import { finish } from './finish.ts'
import type { Attempt, Callback } from '../model.ts'
import { tellCallback } from '../notices/tellCallback.ts'
import { toldText } from '../notices/toldText.ts'
import { afterNotReached, chooseRetry } from './retryRule.ts'
import { planSlot, releaseSlot, type Slot } from '../windows/slots.ts'
import { waitAgain } from './waitAgain.ts'

/** Nobody was reached: plans the next attempt, or ends a locked callback after the last one. */
export async function planRetry(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  attempts: readonly Attempt[],
): Promise<OutcomeResult> {
  switch (afterNotReached(callback.attempts, callback.promise === 'open')) {
    case 'give-up':
      return giveUp(tx, ctx, callback)
    case 'promised-window':
      return waitAndTell(tx, ctx, callback, currentSlot(callback), attempts)
    case 'later': {
      await releaseSlot(tx, ctx, callback)
      const tried = attempts.map((attempt) => attempt.startedAt.getTime())
      const slot = await planSlot(tx, ctx, callback, callback.teamId, (windows, timeZone) =>
        chooseRetry(tried, windows, timeZone),
      )
      return waitAndTell(tx, ctx, callback, slot, attempts)
    }
  }
}

/** Nobody is left without an answer: it is queued with the end, or why there is none is written down for the clerk. */
async function giveUp(tx: Tx, ctx: StaffContext, callback: Callback): Promise<OutcomeResult> {
  const answer = await tellCallback(tx, ctx, 'not-reached', callback.id)
  const result = await finish(tx, ctx, callback, 'not-reached', { answer })
  return { ...result, toldText: toldText('not-reached', answer) }
}

async function waitAndTell(
  tx: Tx,
  ctx: StaffContext,
  callback: Callback,
  slot: Slot,
  attempts: readonly Attempt[],
): Promise<OutcomeResult> {
  const result = await waitAgain(tx, ctx, callback, slot)
  // A call that came to nothing rang nowhere: there is nothing to tell.
  if (attempts.at(-1)?.result === 'failed') return result
  return { ...result, toldText: toldText('missed', await tellCallback(tx, ctx, 'missed', callback.id)) }
}

const currentSlot = ({ dueFrom, dueUntil, booksUnit }: Callback): Slot => ({
  start: dueFrom.getTime(),
  end: dueUntil.getTime(),
  booked: booksUnit,
})
