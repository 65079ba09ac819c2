import { inTransaction, type StaffContext } from '../platform/context.ts'
import { conflict, invalid } from '../platform/problems.ts'
import { emit } from './events.ts'
import { timeStepOf } from './secondFactor.ts'
import * as store from './store.ts'

/** Switches the offered second factor on; the code it was shown with cannot be used again. @throws Problem 409, 422 */
export async function confirmSecondFactor(ctx: StaffContext, code: string): Promise<void> {
  const { accountId, role } = ctx.actor
  const account = await store.findAccount(ctx.db, ctx.cityId, accountId)
  const secret = account?.totp_pending
  if (!secret) {
    throw conflict('no-offer', 'Bitte die Einrichtung des zweiten Faktors von vorn beginnen.')
  }
  const step = await timeStepOf(secret, code, ctx.clock.now())
  if (step === null) {
    throw invalid({ code: 'Der Code stimmt nicht. Bitte prüfen Sie die Uhr Ihres Telefons.' })
  }
  await inTransaction(ctx, async (tx) => {
    await store.updateAccount(tx, ctx.cityId, accountId, {
      totp_secret: secret,
      totp_pending: null,
      totp_last_step: step,
    })
    await emit(tx, ctx, 'account.changed', { id: accountId }, { role, active: true })
  })
}
