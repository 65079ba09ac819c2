import { cityOf } from '../city/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { conflict, notSignedIn } from '../platform/problems.ts'
import { offerSecret, type SecondFactorOffer } from './secondFactor.ts'
import * as store from './store.ts'

/** Offers a secret for an authenticator app; nothing is switched on before a code confirms it. @throws Problem 409 */
export async function offerSecondFactor(ctx: StaffContext): Promise<SecondFactorOffer> {
  const account = await store.findAccount(ctx.db, ctx.cityId, ctx.actor.accountId)
  if (!account) throw notSignedIn()
  if (account.totp_secret !== null) {
    throw conflict('second-factor-on', 'Der zweite Faktor ist schon eingeschaltet.')
  }
  const offer = offerSecret(account.login, (await cityOf(ctx.db, ctx.cityId)).name)
  await store.updateAccount(ctx.db, ctx.cityId, account.id, { totp_pending: offer.secret })
  return offer
}
