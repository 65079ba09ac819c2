import { randomInt } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { type AppointmentReference, makeAppointmentReference } from '../../shared/appointmentReference.ts'
import { parsePhoneNumber } from '../../shared/parsePhoneNumber.ts'
import { type Appointment, type Contact, placeOf } from '../appointment.ts'
import type { ConfirmInput } from '../contract.ts'
import { emitAppointment } from '../events.ts'
import type { Proof } from './hands.ts'
import { holdOf } from './holdOf.ts'
import { missedBy } from './missedBy.ts'
import { knownCity } from '../settings/offices.ts'
import { offering } from '../offers/offersFor.ts'
import { tell } from '../notices/tell.ts'
import { NoRoom } from './refusals.ts'
import * as store from '../store.ts'
import { inBooking } from './tryAgain.ts'

export interface Confirmed {
  id: string
  reference: AppointmentReference
  start: number
  end: number
}

/** With 6.4 million references, 30 taken ones in a row mean that a city has run out of them. */
const DRAWS = 30

/**
 * Books what is held, for this person, who is told so by a message. The same again answers the same.
 * @param lang in which messages are written
 * @throws Problem 409 with `offers` when the hold is over, 409 when it is booked for somebody else or cancelled; 404, 422, 429
 */
export async function confirmHold(
  ctx: Context,
  id: string,
  proof: Proof | null,
  given: ConfirmInput['contact'],
  lang: PageLanguage = 'de',
): Promise<Confirmed> {
  await holdOf(ctx, id, proof)
  const contact = await contactOf(ctx, given)
  return offering(
    ctx,
    () => missedBy(ctx, id),
    () =>
      inBooking(ctx, async (tx) => {
        const now = ctx.clock.now()
        const reference = await freeReference(tx, ctx)
        const booked = await store.bookHeld(tx, ctx.cityId, id, now, { contact, reference, lang })
        if (!booked) return answerAgain(await store.findAppointment(tx, ctx.cityId, { id }), contact)
        const services = booked.services.map((service) => ({ ...service }))
        const data = { ...placeOf(booked), services, channel: booked.channel }
        await emitAppointment(tx, ctx, 'appointment.booked', { id, caseId: booked.caseId, at: now }, data)
        await tell(tx, ctx, 'booked', booked)
        return { id, reference, start: booked.start, end: booked.end }
      }),
  )
}

async function contactOf(ctx: Context, { name, email, phone }: ConfirmInput['contact']): Promise<Contact> {
  if (phone === undefined) return { name, email: email ?? null, phone: null }
  const { areaCode } = await knownCity(ctx, ctx.cityId)
  const number = parsePhoneNumber(phone, { areaCode })
  if (!number.ok) throw invalid({ 'contact.phone': number.message })
  return { name, email: email ?? null, phone: number.value }
}

/** For what is no hold any more: booked already, or over. */
function answerAgain(found: Appointment | null, contact: Contact): Confirmed {
  if (!found?.reference) throw new NoRoom('hold-expired')
  const { id, reference, state, start, end } = found
  if (state === 'cancelled') throw conflict('cancelled', 'Dieser Termin ist abgesagt.')
  const same =
    found.contact?.name === contact.name &&
    found.contact.email === contact.email &&
    found.contact.phone === contact.phone
  if (!same) throw conflict('confirmed', 'Dieser Termin ist schon mit anderen Angaben gebucht.')
  return { id, reference, start, end }
}

async function freeReference(tx: Tx, ctx: Context): Promise<AppointmentReference> {
  const { casePrefix } = await knownCity(ctx, ctx.cityId)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const reference = makeAppointmentReference(casePrefix, (n) => randomInt(n))
    if (!(await store.isReferenceTaken(tx, ctx.cityId, reference))) return reference
  }
  throw new Error(`no free appointment reference with prefix ${casePrefix}`)
}
