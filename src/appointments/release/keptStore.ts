import { sql } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Stand } from '../model.ts'

/** Keeps the time of an appointment from everybody until a moment; the transaction holds the day's lock. */
export async function insertKept(
  tx: Tx,
  { cityId, appointmentId, id, until }: { cityId: string; appointmentId: string; id: string; until: Date },
): Promise<void> {
  await sql`
    insert into appointment_kept (city_id, id, office_id, date, starts_at, ends_at, lane, units, services, devices, kept_until)
    select a.city_id, ${id}::uuid, a.office_id, a.date, a.starts_at, a.ends_at, a.lane,
      coalesce((select jsonb_object_agg(u.kind, u.unit) from appointment_device u
        where u.city_id = a.city_id and u.appointment_id = a.id), '{}'),
      a.services, a.devices, ${until}::timestamptz
    from appointment a where a.city_id = ${cityId}::text and a.id = ${appointmentId}::uuid`.execute(tx)
}

/** Puts a time that is kept back on another lane of its locked day. */
export async function reseatKept(
  tx: Tx,
  cityId: string,
  { id, lane, units }: Stand & { id: string },
): Promise<void> {
  await tx
    .updateTable('appointment_kept')
    .set({ lane, units: JSON.stringify(units) })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .execute()
}

/** Keeps nothing back of a locked day any more: its room goes to somebody who has lost a place. @returns whether there was any */
export async function giveOutKept(
  tx: Tx,
  day: { cityId: string; officeId: string; date: string },
  now: Date,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('appointment_kept')
    .where('city_id', '=', day.cityId)
    .where('office_id', '=', day.officeId)
    .where('date', '=', day.date)
    .where('kept_until', '>', now)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what has been given out before a moment. */
export async function forgetKept(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('appointment_kept').where('kept_until', '<', before).execute()
}
