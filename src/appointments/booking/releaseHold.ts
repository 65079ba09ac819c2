import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import * as days from '../dayStore.ts'
import { giveBack } from './giveBack.ts'
import { holdOf } from './holdOf.ts'
import type { Proof } from './hands.ts'
import { forgetDays } from '../settings/offices.ts'
import * as store from '../store.ts'
import { inBooking } from './tryAgain.ts'

/** Gives a hold back before its time is over; harmless when it is over already. @throws Problem 404, 409, 429 */
export async function releaseHold(ctx: Context, id: string, proof: Proof | null): Promise<void> {
  const { officeId, date } = await holdOf(ctx, id, proof)
  await inBooking(ctx, async (tx) => {
    await days.lockDay(tx, { cityId: ctx.cityId, officeId, date })
    const hold = await store.lockAppointment(tx, ctx.cityId, id)
    if (hold?.reference)
      throw conflict('confirmed', 'Dieser Termin ist schon gebucht. Bitte sagen Sie ihn ab.')
    if (hold?.state === 'held') await giveBack(tx, ctx, hold, 'released')
  })
  forgetDays(ctx, [{ officeId, date }])
}
