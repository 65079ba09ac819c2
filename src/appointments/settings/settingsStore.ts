import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type {
  AppointmentService,
  Office as OfficeRow,
  OfficeDevice,
  Shift as ShiftRow,
} from '../../platform/db/tables.generated.ts'
import type { Shift, ShiftException } from '../model.ts'
import type { Office, ServiceSetting } from './office.ts'

interface ShiftJson extends Omit<Shift, 'officeId' | 'pattern'> {
  kind: 'weekly' | 'day'
  weekdays: number[]
  everyWeeks: number
  from: string
  until: string | null
}

const offices = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('office')
    .selectAll()
    .select([
      sql<Office['devices']>`coalesce((
        select json_agg(json_build_object('kind', kind, 'name', name, 'units', units) order by kind)
        from office_device d where d.city_id = office.city_id and d.office_id = office.id), '[]'::json)`.as(
        'devices',
      ),
      sql<ShiftJson[]>`coalesce((
        select json_agg(json_build_object('id', id, 'label', label, 'people', people, 'skills', to_json(skills),
          'kind', kind, 'weekdays', to_json(weekdays), 'everyWeeks', every_weeks, 'from', from_date, 'until', until_date,
          'opens', opens, 'closes', closes, 'breaks', breaks) order by position, id)
        from shift s where s.city_id = office.city_id and s.office_id = office.id), '[]'::json)`.as('shifts'),
      sql<ShiftException[]>`coalesce((
        select json_agg(json_build_object('shiftId', e.shift_id, 'date', e.date, 'people', e.people))
        from shift_exception e join shift s on s.city_id = e.city_id and s.id = e.shift_id
        where s.city_id = office.city_id and s.office_id = office.id), '[]'::json)`.as('exceptions'),
    ])
    .where('city_id', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof offices>['execute']>>[number]

const toOffice = (row: Row): Office => ({
  id: row.id,
  name: row.name,
  address: row.address,
  counters: row.counters,
  gridMinutes: row.grid_minutes,
  bookAheadDays: row.book_ahead_days,
  active: row.active,
  version: row.version,
  devices: row.devices,
  shifts: row.shifts.map(({ kind, weekdays, everyWeeks, from, until, ...shift }) => ({
    ...shift,
    officeId: row.id,
    pattern: kind === 'day' ? { kind, date: from } : { kind, weekdays, everyWeeks, from, until },
  })),
  exceptions: row.exceptions,
})

/** The offices of a city by name, each with its devices, shifts and exceptions of one moment. */
export async function listOffices(reader: Reader, cityId: string): Promise<Office[]> {
  return (await offices(reader, cityId).orderBy('name').execute()).map(toOffice)
}

export async function findOffice(reader: Reader, cityId: string, id: string): Promise<Office | null> {
  const row = await offices(reader, cityId).where('id', '=', id).executeTakeFirst()
  return row ? toOffice(row) : null
}

/** How the services that the catalogue offers are booked, also those that are not bookable. */
export async function listServiceSettings(reader: Reader, cityId: string): Promise<ServiceSetting[]> {
  const rows = await reader
    .selectFrom('appointment_service as a')
    .innerJoin('service as s', (join) =>
      join.onRef('s.city_id', '=', 'a.city_id').onRef('s.id', '=', 'a.service_id'),
    )
    .select(['a.service_id', 'a.setup_minutes', 'a.minutes', 'a.devices', 'a.bookable', 's.active'])
    .where('a.city_id', '=', cityId)
    .orderBy('a.service_id')
    .execute()
  return rows.map((row) => ({
    id: row.service_id,
    setupMinutes: row.setup_minutes,
    minutes: row.minutes,
    devices: row.devices,
    bookable: row.bookable && row.active,
  }))
}

/**
 * Locks the offices of a city against each other's changes and against bookings of days that no booking has touched yet:
 * such a booking inserts an `office_day`, whose foreign key waits for this lock.
 */
export async function lockOffices(tx: Tx, cityId: string): Promise<void> {
  await tx.selectFrom('office').select('id').where('city_id', '=', cityId).orderBy('id').forUpdate().execute()
}

export async function bumpOffices(tx: Tx, cityId: string): Promise<void> {
  await tx
    .updateTable('office')
    .set({ version: sql<number>`version + 1` })
    .where('city_id', '=', cityId)
    .execute()
}

/** A new one; another office with its id or name refuses it. */
export async function insertOffice(tx: Tx, row: Insertable<OfficeRow>): Promise<void> {
  await tx.insertInto('office').values(row).execute()
}

export async function upsertOffice(tx: Tx, row: Insertable<OfficeRow>): Promise<void> {
  const { city_id: _city, id: _id, ...rest } = row
  await tx
    .insertInto('office')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city_id', 'id']).doUpdateSet(rest))
    .execute()
}

export async function replaceDevices(
  tx: Tx,
  cityId: string,
  officeId: string,
  devices: readonly Pick<Insertable<OfficeDevice>, 'kind' | 'name' | 'units'>[],
): Promise<void> {
  await tx
    .deleteFrom('office_device')
    .where('city_id', '=', cityId)
    .where('office_id', '=', officeId)
    .execute()
  if (devices.length === 0) return
  await tx
    .insertInto('office_device')
    .values(devices.map((device) => ({ ...device, city_id: cityId, office_id: officeId })))
    .execute()
}

/** Adds the shift after the others of its office. */
export async function insertShift(tx: Tx, row: Omit<Insertable<ShiftRow>, 'position'>): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from shift
    where city_id = ${row.city_id}::text and office_id = ${row.office_id}::text)`
  await tx
    .insertInto('shift')
    .values({ ...row, position })
    .execute()
}

/** @returns whether the office has such a shift */
export async function updateShift(
  tx: Tx,
  cityId: string,
  officeId: string,
  id: string,
  row: Omit<Insertable<ShiftRow>, 'city_id' | 'id' | 'office_id' | 'position'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('shift')
    .set(row)
    .where('city_id', '=', cityId)
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns whether the office had such a shift */
export async function deleteShift(tx: Tx, cityId: string, officeId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('shift')
    .where('city_id', '=', cityId)
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** `people` undefined: the day is as usual again. */
export async function setException(
  tx: Tx,
  cityId: string,
  shiftId: string,
  date: string,
  people: number | null | undefined,
): Promise<void> {
  await tx
    .deleteFrom('shift_exception')
    .where('city_id', '=', cityId)
    .where('shift_id', '=', shiftId)
    .where('date', '=', date)
    .execute()
  if (people === undefined) return
  await tx
    .insertInto('shift_exception')
    .values({ city_id: cityId, shift_id: shiftId, date, people })
    .execute()
}

export async function upsertServiceSetting(tx: Tx, row: Insertable<AppointmentService>): Promise<void> {
  const { city_id: _city, service_id: _id, ...rest } = row
  await tx
    .insertInto('appointment_service')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city_id', 'service_id']).doUpdateSet(rest))
    .execute()
}

export async function hasShift(
  reader: Reader,
  cityId: string,
  officeId: string,
  id: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('shift')
    .select('id')
    .where('city_id', '=', cityId)
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
