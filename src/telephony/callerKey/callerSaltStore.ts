import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'

interface OfDay {
  cityId: string
  /** A moment of the local day. */
  at: Date
}

export async function saltOf(reader: Reader, { cityId, at }: OfDay): Promise<Buffer | null> {
  const { rows } = await sql<{ salt: Buffer }>`
    select s.salt from caller_salt s
    join city c on c.id = s.city_id
    where s.city_id = ${cityId}::text and s.day = (${at}::timestamptz at time zone c.time_zone)::date`.execute(
    reader,
  )
  return rows[0]?.salt ?? null
}

/** Only on its own day: the salt of a day that is over is never made anew. */
export async function insertSalt(
  tx: Tx,
  { cityId, at }: OfDay,
  { salt, now }: { salt: Buffer; now: Date },
): Promise<void> {
  await sql`
    insert into caller_salt (city_id, day, salt)
    select c.id, (${at}::timestamptz at time zone c.time_zone)::date, ${salt}::bytea from city c
    where c.id = ${cityId}::text
      and (${at}::timestamptz at time zone c.time_zone)::date = (${now}::timestamptz at time zone c.time_zone)::date
    on conflict do nothing`.execute(tx)
}

/** Those of every city whose local day is over. */
export async function deleteSalts(writer: Reader, now: Date): Promise<void> {
  await sql`
    delete from caller_salt s using city c
    where c.id = s.city_id and s.day < (${now}::timestamptz at time zone c.time_zone)::date`.execute(writer)
}
