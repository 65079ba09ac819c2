import { sql } from 'kysely'
import { importCatalogue } from '../catalogue/index.ts'
import {
  type Actor,
  asSystem,
  type Context,
  inTransaction,
  type Platform,
  type StaffContext,
} from '../platform/context.ts'
import { confirmHold, type Confirmed } from './booking/confirmHold.ts'
import type { OfficeInput, ShiftInput } from './contract.ts'
import { type Held, holdAppointment, type HoldRequest } from './booking/holdAppointment.ts'
import { memoryOf } from './settings/offices.ts'
import { saveOffice } from './settings/saveOffice.ts'
import { saveServiceSetting } from './settings/saveServiceSetting.ts'
import { saveShift } from './settings/saveShift.ts'

export const OFFICE = 'buergerbuero'
/** Tuesday, 24 November 2026, 8:00 in Berlin: the day after the tests' clock. */
export const EIGHT = Date.parse('2026-11-24T07:00:00Z')
export const MINUTE = 60_000

export const officeOf = (values: Partial<OfficeInput> = {}): OfficeInput => ({
  name: 'Bürgerbüro',
  address: 'Beispielstraße 1',
  counters: 10,
  gridMinutes: 15,
  bookAheadDays: 60,
  active: true,
  devices: [{ kind: 'fingerprint', name: 'Fingerabdruck-Scanner', units: 1 }],
  acceptConflicts: false,
  ...values,
})

/** Eight to ten from Monday to Friday. */
export const shiftOf = (values: Partial<ShiftInput> = {}): ShiftInput => ({
  label: 'Frühdienst',
  people: 1,
  skills: null,
  pattern: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, from: '2026-11-02', until: null },
  opens: 480,
  closes: 600,
  breaks: [],
  acceptConflicts: false,
  ...values,
})

/** No appointments, and a memory that knows it at once: what is changed beside the program it hears of only later. */
export async function forgetAppointments(platform: Platform, cityId: string): Promise<void> {
  for (const table of ['appointment_device', 'appointment'] as const)
    await platform.db.deleteFrom(table).where('city_id', '=', cityId).execute()
  await platform.db
    .updateTable('office_day')
    .set({ version: sql`version + 1` })
    .where('city_id', '=', cityId)
    .execute()
  memoryOf(platform, cityId).availability.clear()
}

/**
 * An office with shifts, where `eid-pin` takes 15 minutes and `personalausweis` 30 with the only scanner.
 * @returns the shifts' ids
 */
export async function givenOffice(
  admin: StaffContext,
  { office = {}, shifts = [{}] }: { office?: Partial<OfficeInput>; shifts?: Partial<ShiftInput>[] } = {},
): Promise<string[]> {
  await inTransaction(admin, (tx) => importCatalogue(tx, asSystem(admin, admin.cityId)))
  await saveOffice(admin, OFFICE, officeOf(office))
  const simple = { setupMinutes: 0, minutes: 15, devices: [], bookable: true }
  await saveServiceSetting(admin, 'eid-pin', simple)
  await saveServiceSetting(admin, 'ausweis-abholen', { ...simple, setupMinutes: 5, minutes: 5 })
  const scanned = { ...simple, minutes: 30, devices: ['fingerprint'] }
  await saveServiceSetting(admin, 'personalausweis', scanned)
  const ids: string[] = []
  for (const shift of shifts) ids.push((await saveShift(admin, OFFICE, null, shiftOf(shift))).id)
  return ids
}

export const as = (platform: Platform, cityId: string, kind: Exclude<Actor['kind'], 'account'>): Context => ({
  ...platform,
  cityId,
  actor: { kind },
})

export const wishFor = (start: number, values: Partial<HoldRequest> = {}): HoldRequest => ({
  services: [{ id: 'eid-pin', persons: 1 }],
  start,
  holder: null,
  idempotencyKey: null,
  ...values,
})

export const proof = ({ secret }: { secret: string }) => ({ secret, address: '192.0.2.1' })

/** Invented; the domain is reserved for examples. */
export const CONTACT = { name: 'Kim Beispiel', email: 'kim@example.org', phone: undefined }

export async function book(
  ctx: Context,
  start: number,
  values: Partial<HoldRequest> = {},
): Promise<Held & Confirmed> {
  const held = await holdAppointment(ctx, wishFor(start, values))
  return { ...held, ...(await confirmHold(ctx, held.id, proof(held), CONTACT)) }
}

/** In the order in which they were made. */
export async function rowsOf({ db }: Platform, cityId: string) {
  return db
    .selectFrom('appointment')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
