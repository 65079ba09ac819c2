import type { Context } from '../../platform/context.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import { parseAppointmentReference } from '../../shared/appointmentReference.ts'
import type { Appointment } from '../appointment.ts'
import { type Proof, requireHand } from './hands.ts'
import { knownCity } from '../settings/offices.ts'
import * as store from '../store.ts'

/** A booked appointment of whoever may act on it, by its reference as typed. @throws Problem 404, 403, 429 */
export async function appointmentOf(
  ctx: Context,
  typed: string,
  proof: Proof | null,
): Promise<Appointment & { reference: AppointmentReference }> {
  const { casePrefix } = await knownCity(ctx, ctx.cityId)
  const reference = parseAppointmentReference(typed, { prefix: casePrefix })
  const found = reference.ok
    ? await store.findAppointment(ctx.db, ctx.cityId, { reference: reference.value })
    : null
  const key = reference.ok ? reference.value : 'unreadable'
  const own = await requireHand(ctx, found, proof, { word: 'Diesen Termin', key })
  if (!own.reference) throw new Error(`appointment ${own.id} was found by a reference it has not`)
  return { ...own, reference: own.reference }
}
