import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import { attemptsOf } from '../attempts/attemptStore.ts'
import { closeAttempt } from '../attempts/closeAttempt.ts'
import { finish } from '../attempts/finish.ts'
import { lockCallback } from '../store.ts'

/**
 * The citizen called again and it was settled then, whoever answered: the owed call is not needed any more, so an open
 * promise is withdrawn. An attempt that still rings ends without counting.
 * @returns the attempt that is to be stopped at the telephone, null when none was open
 * @throws Problem 409 when somebody talks with the citizen on that callback
 */
export async function settleByReturnCall(
  tx: Tx,
  ctx: StaffContext,
  callbackId: string,
): Promise<string | null> {
  const callback = await lockCallback(tx, ctx.cityId, callbackId)
  if (!callback || callback.state === 'done') return null
  const open = (await attemptsOf(tx, ctx.cityId, callbackId)).find(({ closedAt }) => !closedAt)
  if (open?.answeredAt && !open.hungUpAt)
    throw conflict(
      'attempt-open',
      'Zu diesem Anliegen läuft gerade ein Rückrufgespräch. Bitte nur die Notiz hinzufügen.',
    )
  if (open) await closeAttempt(tx, ctx, callback, open, 'called-back-meanwhile')
  await finish(tx, ctx, callback, 'settled', { because: 'settled-by-return-call' })
  return open?.id ?? null
}
