import { asSystem, type Context } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import { placeOf } from '../appointment.ts'
import { appointmentOf } from './appointmentOf.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import type { Proof } from './hands.ts'
import { lockWithDay } from './lockWithDay.ts'
import { settleAgain } from './settleDay.ts'
import { keepBack } from '../release/keepBack.ts'
import { tell } from '../notices/tell.ts'
import { forgetDays } from '../settings/offices.ts'
import * as store from '../store.ts'
import { inBooking } from './tryAgain.ts'

/**
 * Cancels an appointment; its time is free at once, or when the office gives such times out. Twice is as good as once.
 * @throws Problem 409 when it has begun or the person has arrived; 404, 403, 429
 */
export async function cancelAppointment(
  ctx: Context,
  typed: string,
  proof: Proof | null,
): Promise<{ reference: AppointmentReference; state: 'cancelled' }> {
  const { id, reference } = await appointmentOf(ctx, typed, proof)
  await cancelBooked(ctx, id)
  return { reference, state: 'cancelled' }
}

/** The same of an appointment whose owner has been let in already. @throws Problem 409 */
export async function cancelBooked(ctx: Context, id: string): Promise<void> {
  const { officeId, date } = await inBooking(ctx, async (tx) => {
    const booked = await lockWithDay(tx, ctx, id)
    if (booked.state === 'cancelled') return booked
    const now = ctx.clock.now()
    if (booked.state !== 'booked' || (booked.start <= now.getTime() && !booked.needsAttention))
      throw conflict('over', 'Dieser Termin kann nicht mehr abgesagt werden.')
    const day = { cityId: ctx.cityId, officeId: booked.officeId, date: booked.date }
    // Whom a change has left without a place comes before everybody who asks now or later.
    const isWanted = await store.someWithoutPlace(tx, day)
    if (!isWanted) await keepBack(tx, ctx, booked)
    const sequence = booked.sequence + 1
    await store.updateAppointment(tx, ctx.cityId, id, { state: 'cancelled', ended_at: now, sequence })
    await days.dropUnits(tx, ctx.cityId, [id])
    const data = { ...placeOf(booked), sequence }
    await emitAppointment(tx, ctx, 'appointment.cancelled', { id, caseId: booked.caseId, at: now }, data)
    await tell(tx, ctx, 'cancelled', { ...booked, sequence })
    await days.bumpDay(tx, day)
    if (isWanted) await settleAgain(tx, asSystem(ctx, ctx.cityId), day)
    return booked
  })
  forgetDays(ctx, [{ officeId, date }])
}
