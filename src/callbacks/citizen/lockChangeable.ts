import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import type { Callback } from '../model.ts'
import { settlePromise } from '../promises/settlePromise.ts'
import { lockCallback } from '../store.ts'

/**
 * The callback, locked, while its citizen may change it. Whoever calls holds the same lock, so either the call began
 * first and the change is refused, or the change is there and the call is refused. A promise whose window has passed is
 * decided before: nobody moves a broken promise.
 * @throws Problem 404, 409 `over` when it is done, `being-called` while an attempt is open
 */
export async function lockChangeable(tx: Tx, ctx: Context, id: string): Promise<Callback> {
  const callback = await lockCallback(tx, ctx.cityId, id)
  if (!callback) throw notFound('Diesen Rückruf')
  if (callback.state === 'done') throw conflict('over', 'Dieser Rückruf ist abgeschlossen.')
  const attempts = await attemptsOf(tx, ctx.cityId, id)
  if (attempts.some(({ closedAt }) => !closedAt))
    throw conflict('being-called', 'Wir rufen Sie gerade an. Bitte gehen Sie ans Telefon.')
  return settlePromise(tx, ctx, callback, attempts)
}
