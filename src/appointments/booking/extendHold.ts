import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import { HOLD_MS } from '../appointment.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import type { Proof } from './hands.ts'
import { holdOf } from './holdOf.ts'
import { missedBy } from './missedBy.ts'
import { offering } from '../offers/offersFor.ts'
import { NoRoom } from './refusals.ts'
import * as store from '../store.ts'
import { inBooking } from './tryAgain.ts'

/**
 * Doubles the time of a hold, once.
 * @returns when it ends now @throws Problem 409 `extended` the second time, with `offers` when it is over; 404, 429
 */
export async function extendHold(ctx: Context, id: string, proof: Proof | null): Promise<Date> {
  const { officeId, date } = await holdOf(ctx, id, proof)
  const day = { cityId: ctx.cityId, officeId, date }
  return offering(
    ctx,
    () => missedBy(ctx, id),
    () =>
      inBooking(ctx, async (tx) => {
        await days.lockDay(tx, day)
        const hold = await store.lockAppointment(tx, ctx.cityId, id)
        const now = ctx.clock.now()
        if (hold?.state !== 'held' || !hold.expiresAt || hold.expiresAt <= now)
          throw new NoRoom('hold-expired')
        if (hold.extended)
          throw conflict('extended', 'Die Reservierung wurde schon einmal verlängert. Mehr geht nicht.')
        const expiresAt = new Date(hold.expiresAt.getTime() + HOLD_MS)
        await store.updateAppointment(tx, ctx.cityId, id, { expires_at: expiresAt, extended: true })
        const data = { expiresAt: expiresAt.toISOString() }
        await emitAppointment(
          tx,
          ctx,
          'appointment.hold-extended',
          { id, caseId: hold.caseId, at: now },
          data,
        )
        return expiresAt
      }),
  )
}
