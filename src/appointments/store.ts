import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Appointment as AppointmentRow } from '../platform/db/tables.generated.ts'
import type { PageLanguage } from '../platform/ui/language.ts'
import { isPhoneNumber } from '../shared/phoneNumber.ts'
import { type AppointmentReference, isAppointmentReference } from '../shared/appointmentReference.ts'
import type { Appointment, Contact } from './appointment.ts'
import { type DayKey, inLockOrder } from './dayStore.ts'

const services = z.array(z.object({ id: z.string(), persons: z.int() }))

function toAppointment(row: Selectable<AppointmentRow>): Appointment {
  return {
    id: row.id,
    officeId: row.office_id,
    date: row.date,
    reference: referenceOf(row),
    state: row.state,
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
    lane: row.lane,
    needsAttention: row.needs_attention,
    channel: row.channel,
    caseId: row.case_id,
    services: services.parse(row.services),
    devices: row.devices,
    contact: contactOf(row),
    lang: row.lang,
    confirmBy: row.confirm_by,
    keptAt: row.kept_at,
    sequence: row.sequence,
    expiresAt: row.expires_at,
    extended: row.extended,
    secretHash: row.secret_hash,
    holder: row.holder,
    request: row.request_hash && row.secret_salt ? { hash: row.request_hash, salt: row.secret_salt } : null,
  }
}

function referenceOf({ id, reference }: Selectable<AppointmentRow>): AppointmentReference | null {
  if (reference !== null && !isAppointmentReference(reference))
    throw new Error(`appointment ${id} has no readable reference`)
  return reference
}

function contactOf(row: Selectable<AppointmentRow>): Contact | null {
  const { contact_name: name, contact_email: email, contact_phone: phone } = row
  if (name === null) return null
  if (phone !== null && !isPhoneNumber(phone))
    throw new Error(`appointment ${row.id} has no telephone number`)
  return { name, email, phone }
}

export type By =
  | { id: string }
  | { reference: string }
  | { keyHash: Buffer }
  /** The hold of this browser or account. */
  | { holder: Buffer }

const rows = (reader: Reader, cityId: string, by: By) => {
  const all = reader.selectFrom('appointment').selectAll().where('city_id', '=', cityId)
  if ('id' in by) return all.where('id', '=', by.id)
  if ('reference' in by) return all.where('reference', '=', by.reference)
  if ('keyHash' in by) return all.where('key_hash', '=', by.keyHash)
  return all.where('holder', '=', by.holder).where('state', '=', 'held')
}

export async function findAppointment(reader: Reader, cityId: string, by: By): Promise<Appointment | null> {
  const row = await rows(reader, cityId, by).executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** As it is now; the transaction holds the lock of its day, so only a confirmation of this moment is waited for. */
export async function lockAppointment(tx: Tx, cityId: string, id: string): Promise<Appointment | null> {
  const row = await rows(tx, cityId, { id }).forUpdate().executeTakeFirst()
  return row ? toAppointment(row) : null
}

/** Writes it and says that its day changed, whose lock the transaction holds. */
export async function insertAppointment(tx: Tx, row: Insertable<AppointmentRow>): Promise<void> {
  await tx
    .with('changed', (with_) =>
      with_
        .updateTable('office_day')
        .set({ version: sql<number>`version + 1` })
        .where('city_id', '=', row.city_id)
        .where('office_id', '=', row.office_id)
        .where('date', '=', row.date),
    )
    .insertInto('appointment')
    .values(row)
    .execute()
}

/** Books a hold that is not over, under the first of the references that is free; `appointment_reference_key` stands behind it. Takes no more capacity than the hold did, so nobody's day changes. @returns null when it is over */
export async function bookHeld(
  tx: Tx,
  cityId: string,
  id: string,
  now: Date,
  {
    contact,
    references,
    lang,
  }: { contact: Contact; references: readonly AppointmentReference[]; lang: PageLanguage },
): Promise<Appointment | null> {
  const row = await tx
    .updateTable('appointment')
    .set({
      state: 'booked',
      reference: sql<string>`(select drawn.reference from unnest(${[...references]}::text[]) with ordinality as drawn (reference, n)
        where not exists (select from appointment other where other.city_id = ${cityId}::text
          and other.reference = drawn.reference) order by drawn.n limit 1)`,
      contact_name: contact.name,
      contact_email: contact.email,
      contact_phone: contact.phone,
      lang,
      holder: null,
      code_hash: null,
      booked_at: now,
    })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row ? toAppointment(row) : null
}

export async function updateAppointment(
  tx: Tx,
  cityId: string,
  id: string,
  row: Updateable<AppointmentRow>,
): Promise<void> {
  await tx.updateTable('appointment').set(row).where('city_id', '=', cityId).where('id', '=', id).execute()
}

/** Ends the holds of a day that are due. @returns them */
export async function expireDue(tx: Tx, day: DayKey, now: Date): Promise<Appointment[]> {
  const due = await tx
    .updateTable('appointment')
    .set({ state: 'expired', ended_at: now, holder: null })
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .where('state', '=', 'held')
    .where('expires_at', '<=', now)
    .returningAll()
    .execute()
  return due.map(toAppointment)
}

/** The days on which a hold is due, of all cities. */
export async function daysWithDueHolds(reader: Reader, now: Date): Promise<DayKey[]> {
  const found = await reader
    .selectFrom('appointment')
    .select(['city_id', 'office_id', 'date'])
    .distinct()
    .where('state', '=', 'held')
    .where('expires_at', '<=', now)
    .execute()
  return found.map((row) => ({ cityId: row.city_id, officeId: row.office_id, date: row.date }))
}

/** When the next hold of any city ends; null when there is none. */
export async function nextExpiry(reader: Reader): Promise<Date | null> {
  const row = await reader
    .selectFrom('appointment')
    .select('expires_at')
    .where('state', '=', 'held')
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst()
  return row?.expires_at ?? null
}

/** The appointments of a day that are still to come or going on, who booked first is first; none of them is confirmed meanwhile. */
export async function standing(tx: Tx, day: DayKey, now: Date): Promise<Appointment[]> {
  const found = await tx
    .selectFrom('appointment')
    .selectAll()
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .where('state', 'in', ['held', 'booked', 'arrived', 'called'])
    .where('ends_at', '>', now)
    .orderBy(sql`coalesce(booked_at, created_at)`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return found.map(toAppointment)
}

/** Days to come with appointments that stand on a closed day, or without a place on an open one; in the order of locking. */
export async function daysToSettle(reader: Reader, now: Date, cityId?: string): Promise<DayKey[]> {
  const closed = sql<boolean>`(exists (select from closure c where c.city_id = appointment.city_id
      and c.date = appointment.date)
    or exists (select from office_closure c where c.city_id = appointment.city_id
      and c.office_id = appointment.office_id and c.date = appointment.date))`
  let query = reader
    .selectFrom('appointment')
    .select(['city_id', 'office_id', 'date'])
    .distinct()
    .where('state', 'in', ['held', 'booked', 'arrived', 'called'])
    .where('ends_at', '>', now)
    .where(sql<boolean>`needs_attention <> ${closed}`)
  if (cityId !== undefined) query = query.where('city_id', '=', cityId)
  const found = await query.execute()
  return inLockOrder(found.map((row) => ({ cityId: row.city_id, officeId: row.office_id, date: row.date })))
}

export async function someWithoutPlace(reader: Reader, day: DayKey): Promise<boolean> {
  const row = await reader
    .selectFrom('appointment')
    .select('id')
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .where('state', 'in', ['booked', 'arrived', 'called'])
    .where('needs_attention', '=', true)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Removes names and addresses of appointments that ended before. @returns whose */
export async function forgetContacts(
  tx: Tx,
  before: Date,
  now: Date,
): Promise<{ cityId: string; id: string }[]> {
  const forgotten = await tx
    .updateTable('appointment')
    .set({
      contact_name: null,
      contact_email: null,
      contact_phone: null,
      squeezed_because: null,
      phone_key_hash: null,
      forgotten_at: now,
    })
    .where((where) =>
      where.or([
        where('ends_at', '<', before),
        // Whoever never confirmed an address gave it for nothing.
        where.and([where('state', 'in', ['expired', 'cancelled']), where('booked_at', 'is', null)]),
      ]),
    )
    .where('contact_name', 'is not', null)
    .returning(['city_id', 'id'])
    .execute()
  return forgotten.map((row) => ({ cityId: row.city_id, id: row.id }))
}
