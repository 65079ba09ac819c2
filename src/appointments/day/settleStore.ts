import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { DayKey } from '../dayStore.ts'

export interface ToSettleRow {
  id: string
  reference: string
  name: string | null
  phone: string | null
  email: string | null
  services: { id: string; persons: number }[]
  devices: string[]
  date: string
  start: Date
  end: Date
}

/** The booked appointments of an office that have no place, also those whose time is over; `date`: of that day only. */
export async function listToSettle(
  reader: Reader,
  { cityId, officeId, date }: Omit<DayKey, 'date'> & { date: string | null },
): Promise<ToSettleRow[]> {
  const { rows } = await sql<ToSettleRow>`
    select id, reference, contact_name as name, contact_phone as phone, contact_email as email, services, devices,
      date, starts_at as start, ends_at as "end"
    from appointment
    where city_id = ${cityId}::text and office_id = ${officeId}::text and needs_attention and state = 'booked'
      and (${date}::date is null or date = ${date}::date)
    order by starts_at, id`.execute(reader)
  return rows
}

/** @returns whether the day was not closed yet */
export async function insertOfficeClosure(
  tx: Tx,
  row: DayKey & { reason: string; at: Date; by: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('office_closure')
    .values({
      city_id: row.cityId,
      office_id: row.officeId,
      date: row.date,
      reason: row.reason,
      created_at: row.at,
      created_by: row.by,
    })
    .onConflict((conflict) => conflict.columns(['city_id', 'office_id', 'date']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns whether the office was closed that day */
export async function deleteOfficeClosure(tx: Tx, day: DayKey): Promise<boolean> {
  const result = await tx
    .deleteFrom('office_closure')
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** The reason why this office, and not the whole city, is closed that day; null when it is not. */
export async function officeClosure(reader: Reader, day: DayKey): Promise<string | null> {
  const row = await reader
    .selectFrom('office_closure')
    .select('reason')
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .executeTakeFirst()
  return row?.reason ?? null
}
