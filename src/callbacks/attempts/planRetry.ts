import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { OutcomeResult } from '../contract.ts'
import { finish } from './finish.ts'
import type { Attempt, Callback } from '../model.ts'
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
      return finish(tx, ctx, callback, 'not-reached')
    case 'promised-window':
      return waitAgain(tx, ctx, callback, currentSlot(callback))
    case 'later': {
      await releaseSlot(tx, ctx, callback)
      const tried = attempts.map((attempt) => attempt.startedAt.getTime())
      const slot = await planSlot(tx, ctx, callback, callback.teamId, (windows, timeZone) =>
        chooseRetry(tried, windows, timeZone),
      )
      return waitAgain(tx, ctx, callback, slot)
    }
  }
}

const currentSlot = ({ dueFrom, dueUntil, booksUnit }: Callback): Slot => ({
  start: dueFrom.getTime(),
  end: dueUntil.getTime(),
  booked: booksUnit,
})
