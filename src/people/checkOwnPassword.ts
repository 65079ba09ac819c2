import type { StaffContext } from '../platform/context.ts'
import { invalid, notSignedIn } from '../platform/problems.ts'
import { verifyPassword } from './password.ts'
import * as store from './store.ts'
import { tryOnce } from './throttle.ts'

/**
 * A signed-in account proves once more that its own person sits there: a session left open must not be enough.
 * @param field where the form shows a wrong password @throws Problem 422, 429
 */
export async function checkOwnPassword(ctx: StaffContext, password: string, field: string): Promise<void> {
  const { accountId } = ctx.actor
  const attempt = await tryOnce(ctx, 'password', [accountId])
  const account = await store.findAccount(ctx.db, ctx.cityId, accountId)
  if (!account) throw notSignedIn()
  if (!(await verifyPassword(account.password_hash, password))) {
    throw invalid({ [field]: 'Das Kennwort stimmt nicht.' })
  }
  await attempt.succeeded()
}
