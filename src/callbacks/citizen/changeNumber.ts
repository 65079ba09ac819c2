import { caseOf, changeContactPhone } from '../../cases/index.ts'
import { diallingOf } from '../../city/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import { callbackNumber } from '../../shared/callbackNumber.ts'
import type { Lang } from '../../shared/lang.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import { emitCallback } from '../events.ts'
import { tellCallback, tellFormer } from '../notices/tellCallback.ts'
import * as store from '../store.ts'
import { lockChangeable } from './lockChangeable.ts'

/** A typed number that the city dials. @throws Problem 422 with a sentence at `number` */
export async function checkNumber({ db, cityId }: Context, typed: string, lang: Lang): Promise<PhoneNumber> {
  const number = callbackNumber(typed, await diallingOf(db, cityId), lang)
  if (!number.ok) throw invalid({ number: number.message })
  return number.value
}

/**
 * The citizen wants to be called on another number. Both the new and the former one are told, so that nobody sends a call
 * elsewhere unseen.
 * @throws Problem 422 at `number`; 409 `over`, `being-called`; 404
 */
export async function changeNumber(ctx: Context, id: string, typed: string, lang: Lang): Promise<void> {
  const number = await checkNumber(ctx, typed, lang)
  await inTransaction(ctx, async (tx) => {
    const callback = await lockChangeable(tx, ctx, id)
    const { caseId, practice, dueFrom, dueUntil, sequence } = callback
    const { contactPhone, contactEmail } = await caseOf(tx, ctx.cityId, caseId)
    if (contactPhone === number) return
    await changeContactPhone(tx, ctx, caseId, number)
    await store.updateCallback(tx, ctx.cityId, id, { sequence: sequence + 1 })
    const slot = { dueFrom: dueFrom.toISOString(), dueUntil: dueUntil.toISOString() }
    const data = { what: 'number', ...slot, promiseMoved: false, practice } as const
    await emitCallback(tx, ctx, 'callback.changed-by-citizen', { id, caseId }, data)
    await tellCallback(tx, ctx, 'changed', id)
    await tellFormer(tx, ctx, id, { phone: contactPhone, email: contactEmail })
  })
}
