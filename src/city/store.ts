import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Reader } from '../platform/db/connect.ts'
import type { City, Closure, Line, Provider, ServiceHours, Team } from '../platform/db/tables.generated.ts'

/** The city that answers on a host name; with no match the first one, so that one city needs no set-up. */
export async function cityByHost(reader: Reader, host: string) {
  return reader
    .selectFrom('city')
    .selectAll()
    .orderBy(sql`(${host}::text = any(hostnames)) desc`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export function findCity(reader: Reader, cityId: string) {
  return reader.selectFrom('city').selectAll().where('id', '=', cityId).executeTakeFirst()
}

export async function insertCity(writer: Reader, row: Insertable<City>): Promise<void> {
  await writer.insertInto('city').values(row).execute()
}

export async function insertProvider(writer: Reader, row: Insertable<Provider>): Promise<void> {
  await writer.insertInto('provider').values(row).execute()
}

export async function insertTeam(writer: Reader, row: Insertable<Team>): Promise<void> {
  await writer.insertInto('team').values(row).execute()
}

export async function insertLine(writer: Reader, row: Insertable<Line>): Promise<void> {
  await writer.insertInto('line').values(row).execute()
}

export async function insertClosure(writer: Reader, row: Insertable<Closure>): Promise<void> {
  await writer.insertInto('closure').values(row).execute()
}

/** The whole week at once; minutes since midnight. */
export async function replaceHours(
  writer: Reader,
  cityId: string,
  week: readonly Omit<Insertable<ServiceHours>, 'city_id'>[],
): Promise<void> {
  await writer.deleteFrom('service_hours').where('city_id', '=', cityId).execute()
  if (week.length === 0) return
  await writer
    .insertInto('service_hours')
    .values(week.map((opening) => ({ ...opening, city_id: cityId })))
    .execute()
}

/** Everything the service hours depend on, in one statement so that it is one moment's truth. */
export function loadHoursRules(reader: Reader, cityId: string) {
  return reader
    .selectFrom('city')
    .select(['time_zone', 'land'])
    .select(
      sql<{ weekday: number; opens: number; closes: number }[]>`coalesce((
        select json_agg(json_build_object('weekday', weekday, 'opens', opens, 'closes', closes) order by weekday, opens)
        from service_hours h where h.city_id = city.id), '[]'::json)`.as('week'),
    )
    .select(
      sql<{ date: string; reason: string }[]>`coalesce((
        select json_agg(json_build_object('date', date, 'reason', reason) order by date)
        from closure c where c.city_id = city.id), '[]'::json)`.as('closures'),
    )
    .where('id', '=', cityId)
    .executeTakeFirst()
}
