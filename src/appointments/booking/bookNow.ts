import { randomInt } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { PageLanguage } from '../../platform/ui/language.ts'
import { type AppointmentReference, makeAppointmentReference } from '../../shared/appointmentReference.ts'
import { type Contact, placeOf } from '../appointment.ts'
import { emitAppointment } from '../events.ts'
import { tell } from '../notices/tell.ts'
import { knownCity } from '../settings/offices.ts'
import * as store from '../store.ts'

export interface Confirmed {
  id: string
  reference: AppointmentReference
  start: number
  end: number
}

/** The database takes the first that is free. With 6.4 million references, so many taken ones mean that a city has run out of them. */
const DRAWS = 12

/** Books what is held and has its owner told. @returns null when it is not held any more */
export async function bookNow(
  tx: Tx,
  ctx: Context,
  id: string,
  contact: Contact,
  lang: PageLanguage,
): Promise<Confirmed | null> {
  const now = ctx.clock.now()
  const { casePrefix } = await knownCity(ctx, ctx.cityId)
  const draw = () => makeAppointmentReference(casePrefix, (n) => randomInt(n))
  const references = Array.from({ length: DRAWS }, draw)
  const booked = await store.bookHeld(tx, ctx.cityId, id, now, { contact, references, lang })
  if (!booked?.reference) return null
  const services = booked.services.map((service) => ({ ...service }))
  const data = { ...placeOf(booked), services, channel: booked.channel }
  await emitAppointment(tx, ctx, 'appointment.booked', { id, caseId: booked.caseId, at: now }, data)
  await tell(tx, ctx, 'booked', booked)
  return { id, reference: booked.reference, start: booked.start, end: booked.end }
}
