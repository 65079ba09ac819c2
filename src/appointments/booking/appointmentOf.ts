import type { Context } from '../../platform/context.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import { parseAppointmentReference } from '../../shared/appointmentReference.ts'
import type { Appointment } from '../appointment.ts'
import { type Proof, requireHand } from './hands.ts'
import { knownCity } from '../settings/offices.ts'
import * as store from '../store.ts'

export type Referenced = Appointment & { reference: AppointmentReference }

/** A booked appointment of whoever may act on it, by its reference as typed. @throws Problem 404, 403, 429 */
export async function appointmentOf(ctx: Context, typed: string, proof: Proof | null): Promise<Referenced> {
  const { found, what } = await appointmentBy(ctx, typed)
  const own = await requireHand(ctx, found, proof, what)
  if (!own.reference) throw new Error(`appointment ${own.id} was found by a reference it has not`)
  return { ...own, reference: own.reference }
}

/** By its reference as typed, for nobody yet; `what` is for the refusal, which is the same where there is none. */
export async function appointmentBy(
  ctx: Context,
  typed: string,
): Promise<{ found: Referenced | null; what: { word: string; key: string } }> {
  const { casePrefix } = await knownCity(ctx, ctx.cityId)
  const read = parseAppointmentReference(typed, { prefix: casePrefix })
  const word = 'Diesen Termin'
  if (!read.ok) return { found: null, what: { word, key: 'unreadable' } }
  const reference = read.value
  const found = await store.findAppointment(ctx.db, ctx.cityId, { reference })
  return { found: found && { ...found, reference }, what: { word, key: reference } }
}
