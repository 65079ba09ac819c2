import { closeCase } from '../../cases/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import { endCallback } from '../attempts/finish.ts'
import { tellCallback } from '../notices/tellCallback.ts'
import { lockChangeable } from './lockChangeable.ts'

/** `cancel`: no call is wanted. `settled`: it has been settled otherwise. */
export type CitizenReason = 'cancel' | 'settled'

/** The citizen needs no call any more: an open promise is withdrawn and the case ends. @throws Problem 409 `over`, `being-called`; 404 */
export async function withdrawByCitizen(ctx: Context, id: string, reason: CitizenReason): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const callback = await lockChangeable(tx, ctx, id)
    const isSettled = reason === 'settled'
    const because = isSettled ? 'settled-by-citizen' : 'cancelled-by-citizen'
    await endCallback(tx, ctx, callback, 'withdrawn', { because })
    await closeCase(tx, ctx, callback.caseId, isSettled ? 'settled' : 'withdrawn')
    await tellCallback(tx, ctx, 'withdrawn', id)
  })
}
