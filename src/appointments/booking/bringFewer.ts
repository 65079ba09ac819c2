import { asSystem, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import { type Appointment, placeOf } from '../appointment.ts'
import { demandOf, type ServiceWish } from '../capacity/lengthRule.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import { tell } from '../notices/tell.ts'
import { forgetDays, officeFor } from '../settings/offices.ts'
import * as store from '../store.ts'
import { appointmentOf } from './appointmentOf.ts'
import { withFewer } from './fewerRule.ts'
import type { Proof } from './hands.ts'
import { lockWithDay } from './lockWithDay.ts'
import { settleAgain } from './settleDay.ts'
import { inBooking } from './tryAgain.ts'

export interface Shortened {
  reference: AppointmentReference
  start: number
  end: number
  sequence: number
}

/**
 * Fewer persons come: the appointment keeps its beginning and ends earlier, and what is left over can be booked at once. Never more
 * persons, because that needs another time.
 * @throws Problem 422 for more persons or other services; 409 when it has begun or is cancelled; 404, 403, 429
 */
export async function bringFewer(
  ctx: Context,
  typed: string,
  proof: Proof | null,
  wished: readonly ServiceWish[],
): Promise<Shortened> {
  const { id, reference, officeId, date } = await appointmentOf(ctx, typed, proof)
  const { services: known } = await officeFor(ctx, ctx.cityId, officeId)
  const { start, end, sequence } = await inBooking(ctx, async (tx) => {
    const booked = await lockWithDay(tx, ctx, id)
    if (booked.state !== 'booked' || booked.start <= ctx.clock.now().getTime())
      throw conflict('over', 'Dieser Termin kann nicht mehr geändert werden.')
    const services = withFewer(booked.services, wished)
    if (!services)
      throw invalid({ services: 'Hier gehen nur weniger Personen. Für mehr brauchen Sie eine andere Zeit.' })
    const demand = demandOf(services, known)
    const before = (booked.end - booked.start) / 60_000
    // What was booked may take longer by now; nobody loses time by coming with fewer.
    const minutes = demand.ok ? Math.min(demand.value.minutes, before) : before
    return shorten(tx, ctx, booked, { services, end: booked.start + minutes * 60_000 })
  })
  forgetDays(ctx, [{ officeId, date }])
  return { reference, start, end, sequence }
}

async function shorten(
  tx: Tx,
  ctx: Context,
  booked: Appointment,
  to: { services: readonly ServiceWish[]; end: number },
): Promise<Appointment> {
  const { cityId } = ctx
  const { id, caseId, officeId, date } = booked
  const shorter = { ...booked, ...to, sequence: booked.sequence + 1 }
  const { sequence } = shorter
  await store.updateAppointment(tx, cityId, id, {
    services: JSON.stringify(to.services),
    ends_at: new Date(to.end),
    sequence,
  })
  await days.endUnits(tx, cityId, id, new Date(to.end))
  const services = to.services.map((service) => ({ ...service }))
  await emitAppointment(
    tx,
    ctx,
    'appointment.shortened',
    { id, caseId },
    { ...placeOf(shorter), services, sequence },
  )
  await tell(tx, ctx, 'shortened', shorter)
  const day = { cityId, officeId, date }
  await days.bumpDay(tx, day)
  // Whom a change has left without a place comes before everybody who asks now.
  if (await store.someWithoutPlace(tx, day)) await settleAgain(tx, asSystem(ctx, cityId), day)
  return shorter
}
