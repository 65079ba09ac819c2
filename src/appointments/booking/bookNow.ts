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

/** With 6.4 million references, 30 taken ones in a row mean that a city has run out of them. */
const DRAWS = 30

/** Books what is held and has its owner told. @returns null when it is not held any more */
export async function bookNow(
  tx: Tx,
  ctx: Context,
  id: string,
  contact: Contact,
  lang: PageLanguage,
): Promise<Confirmed | null> {
  const now = ctx.clock.now()
  const reference = await freeReference(tx, ctx)
  const booked = await store.bookHeld(tx, ctx.cityId, id, now, { contact, reference, lang })
  if (!booked) return null
  const services = booked.services.map((service) => ({ ...service }))
  const data = { ...placeOf(booked), services, channel: booked.channel }
  await emitAppointment(tx, ctx, 'appointment.booked', { id, caseId: booked.caseId, at: now }, data)
  await tell(tx, ctx, 'booked', booked)
  return { id, reference, start: booked.start, end: booked.end }
}

async function freeReference(tx: Tx, ctx: Context): Promise<AppointmentReference> {
  const { casePrefix } = await knownCity(ctx, ctx.cityId)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const reference = makeAppointmentReference(casePrefix, (n) => randomInt(n))
    if (!(await store.isReferenceTaken(tx, ctx.cityId, reference))) return reference
  }
  throw new Error(`no free appointment reference with prefix ${casePrefix}`)
}
