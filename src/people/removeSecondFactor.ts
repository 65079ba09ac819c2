import { inTransaction, type StaffContext } from '../platform/context.ts'
import { checkOwnPassword } from './checkOwnPassword.ts'
import { emit } from './events.ts'
import * as store from './store.ts'

/** Switches the own second factor off; needs the password. @throws Problem 422, 429 */
export async function removeSecondFactor(ctx: StaffContext, password: string): Promise<void> {
  await checkOwnPassword(ctx, password, 'password')
  const { accountId, role } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await store.updateAccount(tx, ctx.cityId, accountId, store.WITHOUT_SECOND_FACTOR)
    await emit(tx, ctx, 'account.changed', { id: accountId }, { role, active: true })
  })
}
