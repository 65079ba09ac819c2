import { sql } from 'kysely'
import type { Reader } from '../../platform/db/connect.ts'

export interface Candidate {
  cityId: string
  id: string
  /** Epoch ms. */
  start: number
  heardAt: number
  days: number
  timeZone: string
}

/** Names what a reminder is of: the same appointment at another time is another one. */
export const reminderKey = (id: string, start: number): string => `reminder ${id} ${start}`

/** Booked appointments of the days that a reminder may be of, of all cities, that were not told yet. */
export async function toRemind(reader: Reader, now: Date): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.city_id as "cityId", a.id, (extract(epoch from a.starts_at) * 1000)::int8 as start,
      (extract(epoch from greatest(a.booked_at, told.at)) * 1000)::int8 as "heardAt",
      coalesce(s.reminder_days, 2) as days, c.time_zone as "timeZone"
    from appointment a
    join city c on c.id = a.city_id
    left join appointment_notice_setting s on s.city_id = a.city_id
    left join lateral (select max(m.created_at) as at from message m
      where m.city_id = a.city_id and m.subject_id = a.id::text) told on true
    where a.state = 'booked' and not a.needs_attention and a.contact_name is not null
      and a.starts_at > ${now}::timestamptz
      and a.starts_at < ${now}::timestamptz + make_interval(days => coalesce(s.reminder_days, 2) + 1)
      and not exists (select from message m where m.city_id = a.city_id
        and m.dedup_key = 'reminder ' || a.id || ' ' || (extract(epoch from a.starts_at) * 1000)::int8)
    order by a.starts_at, a.id`.execute(reader)
  return rows
}

/** @returns whether it is still booked */
export async function noteKept(writer: Reader, cityId: string, id: string, now: Date): Promise<boolean> {
  const result = await writer
    .updateTable('appointment')
    .set({ kept_at: now })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'booked')
    .where('starts_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Whose reminder somebody has; null for no such link. */
export async function reminderOf(reader: Reader, cityId: string, hash: Buffer): Promise<string | null> {
  const row = await reader
    .selectFrom('appointment_key')
    .select('appointment_id')
    .where('city_id', '=', cityId)
    .where('hash', '=', hash)
    .where('purpose', '=', 'reminder')
    .executeTakeFirst()
  return row?.appointment_id ?? null
}
