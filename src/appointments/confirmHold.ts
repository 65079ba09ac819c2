import { randomInt } from 'node:crypto'
import { cityOf } from '../city/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { conflict, invalid } from '../platform/problems.ts'
import { type AppointmentReference, makeAppointmentReference } from '../shared/appointmentReference.ts'
import { parsePhoneNumber } from '../shared/parsePhoneNumber.ts'
import { type Appointment, type Contact, placeOf } from './appointment.ts'
import type { ConfirmInput } from './contract.ts'
import * as days from './dayStore.ts'
import { emitAppointment } from './events.ts'
import type { Proof } from './hands.ts'
import { holdOf } from './holdOf.ts'
import { missedBy } from './missedBy.ts'
import { offering } from './offersFor.ts'
import { NoRoom } from './refusals.ts'
import * as store from './store.ts'
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
 * Books what is held, for this person. The same again answers the same.
 * @throws Problem 409 with `offers` when the hold is over, 409 when it is booked for somebody else or cancelled; 404, 422, 429
 */
export async function confirmHold(
  ctx: Context,
  id: string,
  proof: Proof | null,
  given: ConfirmInput['contact'],
): Promise<Confirmed> {
  const { officeId, date } = await holdOf(ctx, id, proof)
  const contact = await contactOf(ctx, given)
  return offering(
    ctx,
    () => missedBy(ctx, id),
    () =>
      inBooking(ctx, async (tx) => {
        const day = { cityId: ctx.cityId, officeId, date }
        await days.lockDay(tx, day)
        const hold = await store.lockAppointment(tx, ctx.cityId, id)
        if (!hold) throw new Error(`appointment ${id} is gone`)
        if (hold.reference) return answerAgain(hold, hold.reference, contact)
        if (hold.state !== 'held' || !hold.expiresAt || hold.expiresAt <= ctx.clock.now())
          throw new NoRoom('hold-expired')
        return book(tx, ctx, hold, contact)
      }),
  )
}

async function contactOf(ctx: Context, { name, email, phone }: ConfirmInput['contact']): Promise<Contact> {
  if (phone === undefined) return { name, email: email ?? null, phone: null }
  const { areaCode } = await cityOf(ctx.db, ctx.cityId)
  const number = parsePhoneNumber(phone, { areaCode })
  if (!number.ok) throw invalid({ 'contact.phone': number.message })
  return { name, email: email ?? null, phone: number.value }
}

function answerAgain(booked: Appointment, reference: AppointmentReference, contact: Contact): Confirmed {
  const { id, state, start, end } = booked
  if (state === 'cancelled') throw conflict('cancelled', 'Dieser Termin ist abgesagt.')
  const same =
    booked.contact?.name === contact.name &&
    booked.contact.email === contact.email &&
    booked.contact.phone === contact.phone
  if (!same) throw conflict('confirmed', 'Dieser Termin ist schon mit anderen Angaben gebucht.')
  return { id, reference, start, end }
}

async function book(tx: Tx, ctx: Context, hold: Appointment, contact: Contact): Promise<Confirmed> {
  const { id, start, end, channel } = hold
  const now = ctx.clock.now()
  const reference = await freeReference(tx, ctx)
  await store.updateAppointment(tx, ctx.cityId, id, {
    state: 'booked',
    reference,
    contact_name: contact.name,
    contact_email: contact.email,
    contact_phone: contact.phone,
    holder: null,
    booked_at: now,
  })
  const services = hold.services.map((service) => ({ ...service }))
  const subject = { id, caseId: hold.caseId, at: now }
  await emitAppointment(tx, ctx, 'appointment.booked', subject, { ...placeOf(hold), services, channel })
  await days.bumpDay(tx, { cityId: ctx.cityId, officeId: hold.officeId, date: hold.date })
  return { id, reference, start, end }
}

async function freeReference(tx: Tx, ctx: Context): Promise<AppointmentReference> {
  const { casePrefix } = await cityOf(tx, ctx.cityId)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const reference = makeAppointmentReference(casePrefix, (n) => randomInt(n))
    if (!(await store.isReferenceTaken(tx, ctx.cityId, reference))) return reference
  }
  throw new Error(`no free appointment reference with prefix ${casePrefix}`)
}
