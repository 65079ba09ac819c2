import type { StaffContext } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { Appointment } from '../appointment.ts'
import { setCase } from './caseStore.ts'
import { confirmHold } from './confirmHold.ts'
import type { ServiceWish } from '../capacity/lengthRule.ts'
import { toldBy } from '../notices/tell.ts'
import { knownCity } from '../settings/offices.ts'
import { NoRoom } from './refusals.ts'
import { hashOf } from '../../platform/secret.ts'
import { newPhoneKey } from './phoneKey.ts'
import * as store from '../store.ts'

/** The one hold that a person of staff may have; also when its time is over and nobody has freed it yet. */
export function ownHold(reader: Reader, ctx: StaffContext): Promise<Appointment | null> {
  return store.findAppointment(reader, ctx.cityId, { holder: hashOf(`account ${ctx.actor.accountId}`) })
}

export interface OwnBooking {
  holdId: string
  /** What the record says; a hold for something else is not booked. */
  services: readonly ServiceWish[]
  caseId: string
  name: string
  phone: PhoneNumber
  email: string | null
}

export interface Booked {
  reference: AppointmentReference
  start: number
  /** How the person gets number and key; null when by no message. */
  told: 'email' | 'sms' | null
  /** Eight digits to be said to whom no message reaches; null for everybody else. */
  phoneKey: string | null
}

/**
 * Books the own hold for a case, in the transaction that writes the case.
 * @throws Problem 409 `hold-expired` when it is not, or no more, held by this person; `other-services`
 */
export async function bookOwnHold(tx: Tx, ctx: StaffContext, booking: OwnBooking): Promise<Booked> {
  // What is kept in memory is read by the pool, not by a transaction that may be undone.
  await knownCity(ctx, ctx.cityId)
  const found = await ownHold(tx, ctx)
  if (found?.id !== booking.holdId) throw new NoRoom('hold-expired')
  const hold = await store.lockAppointment(tx, ctx.cityId, found.id)
  if (hold?.state !== 'held' || !hold.expiresAt || hold.expiresAt <= ctx.clock.now())
    throw new NoRoom('hold-expired')
  if (wordsOf(hold.services) !== wordsOf(booking.services))
    throw conflict(
      'other-services',
      'Leistung oder Personen haben sich geändert. Bitte noch einmal eine Zeit wählen.',
    )
  const { caseId, name, phone, email } = booking
  await setCase(tx, ctx.cityId, hold.id, caseId)
  const contact = { name, email: email ?? undefined, phone }
  const { reference, start } = await confirmHold({ ...ctx, db: tx }, hold.id, null, contact)
  const told = toldBy(ctx, { email, phone })
  return { reference, start, told, phoneKey: told ? null : await newPhoneKey(tx, ctx.cityId, hold.id) }
}

const wordsOf = (services: readonly ServiceWish[]): string =>
  services
    .map(({ id, persons }) => `${id} ${persons}`)
    .toSorted()
    .join(', ')
