import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type {
  City as CityRow,
  Closure,
  Line as LineRow,
  Provider as ProviderRow,
  ServiceHours,
  Team as TeamRow,
} from '../platform/db/tables.generated.ts'
import { isLand } from '../shared/laender.ts'
import { isPhoneNumber } from '../shared/phoneNumber.ts'
import type { City, Line, Provider, Team } from './model.ts'

/** The city that answers on a host name; with no match the first one, so that one city needs no set-up. */
export async function findCityByHost(reader: Reader, host: string): Promise<City | null> {
  const row = await reader
    .selectFrom('city')
    .selectAll()
    .orderBy(sql`(${host}::text = any(hostnames)) desc`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? toCity(row) : null
}

export async function findCity(reader: Reader, cityId: string): Promise<City | null> {
  const row = await reader.selectFrom('city').selectAll().where('id', '=', cityId).executeTakeFirst()
  return row ? toCity(row) : null
}

function toCity(row: Selectable<CityRow>): City {
  const { land } = row
  if (!isLand(land)) throw new Error(`city ${row.id} is in no Land`)
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    land,
    timeZone: row.time_zone,
    areaCode: row.area_code,
    casePrefix: row.case_prefix,
    hostnames: row.hostnames,
    demo: row.demo,
  }
}

/** Of the whole installation, the oldest first. */
export async function listCityIds(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('city').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Whether this installation has the city, or any city yet. */
export async function hasCity(reader: Reader, cityId?: string): Promise<boolean> {
  const all = reader.selectFrom('city').select('id').limit(1)
  const query = cityId === undefined ? all : all.where('id', '=', cityId)
  return (await query.executeTakeFirst()) !== undefined
}

/** The first of these host names that another city already answers on. */
export async function hostnameOfAnother(
  reader: Reader,
  cityId: string,
  hostnames: readonly string[],
): Promise<string | null> {
  const rows = await reader.selectFrom('city').select('hostnames').where('id', '<>', cityId).execute()
  const taken = new Set(rows.flatMap((row) => row.hostnames))
  return hostnames.find((name) => taken.has(name)) ?? null
}

export async function insertCity(writer: Reader, row: Insertable<CityRow>): Promise<void> {
  await writer.insertInto('city').values(row).execute()
}

export async function updateCity(
  writer: Reader,
  cityId: string,
  row: Pick<Insertable<CityRow>, 'name' | 'title' | 'land' | 'area_code' | 'hostnames'>,
): Promise<void> {
  await writer.updateTable('city').set(row).where('id', '=', cityId).execute()
}

const lines = (reader: Reader) =>
  reader
    .selectFrom('line')
    .selectAll()
    .select(
      sql<string[]>`array(select team_id from line_helper_team h
        where h.city_id = line.city_id and h.line_id = line.id order by team_id)`.as('helper_team_ids'),
    )

export async function listLines(reader: Reader, cityId: string): Promise<Line[]> {
  const rows = await lines(reader).where('city_id', '=', cityId).orderBy('position').orderBy('name').execute()
  return rows.map(toLine)
}

export async function findLine(
  reader: Reader,
  by: { number: string } | { cityId: string; id: string },
): Promise<Line | null> {
  const base = lines(reader)
  const row = await (
    'number' in by
      ? base.where('number', '=', by.number)
      : base.where('city_id', '=', by.cityId).where('id', '=', by.id)
  ).executeTakeFirst()
  return row ? toLine(row) : null
}

function toLine(row: Selectable<LineRow> & { helper_team_ids: string[] }): Line {
  const { number, overflow_number: outside, overflow_basis: basis } = row
  if (!isPhoneNumber(number)) throw new Error(`line ${row.id} has no number`)
  return {
    cityId: row.city_id,
    id: row.id,
    number,
    name: row.name,
    purpose: row.purpose,
    greeting: row.greeting,
    answeringTeamId: row.answering_team_id,
    callbackTeamId: row.callback_team_id,
    active: row.active,
    routing: {
      needs: row.needs,
      helperTeamIds: row.helper_team_ids,
      widenAfterMs: row.widen_after_ms,
      overflow:
        outside !== null && basis !== null && isPhoneNumber(outside)
          ? { number: outside, basis, afterMs: row.overflow_after_ms }
          : null,
      offerAfterMs: row.offer_after_ms,
    },
  }
}

export async function setHelperTeams(
  writer: Reader,
  cityId: string,
  lineId: string,
  teamIds: readonly string[],
): Promise<void> {
  await writer
    .deleteFrom('line_helper_team')
    .where('city_id', '=', cityId)
    .where('line_id', '=', lineId)
    .execute()
  if (teamIds.length === 0) return
  const rows = teamIds.map((team_id) => ({ city_id: cityId, line_id: lineId, team_id }))
  await writer.insertInto('line_helper_team').values(rows).execute()
}

/** Adds the line at the end of the list. */
export async function insertLine(writer: Reader, row: Omit<Insertable<LineRow>, 'position'>): Promise<void> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from line where city_id = ${row.city_id}::text)`
  await writer
    .insertInto('line')
    .values({ ...row, position })
    .execute()
}

/** @returns whether there is such a line */
export async function updateLine(
  writer: Reader,
  cityId: string,
  id: string,
  row: Omit<Insertable<LineRow>, 'city_id' | 'id' | 'position'>,
): Promise<boolean> {
  const result = await writer
    .updateTable('line')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function listTeams(reader: Reader, cityId: string): Promise<Team[]> {
  const rows = await reader
    .selectFrom('team')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    providerId: row.provider_id,
    callbacksPerHour: row.callbacks_per_hour,
  }))
}

export async function insertTeam(writer: Reader, row: Insertable<TeamRow>): Promise<void> {
  await writer.insertInto('team').values(row).execute()
}

/** @returns whether there is such a team */
export async function updateTeam(
  writer: Reader,
  cityId: string,
  id: string,
  row: Omit<Insertable<TeamRow>, 'city_id' | 'id'>,
): Promise<boolean> {
  const result = await writer
    .updateTable('team')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function listProviders(reader: Reader, cityId: string): Promise<Provider[]> {
  const rows = await reader
    .selectFrom('provider')
    .selectAll()
    .where('city_id', '=', cityId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, contractOn: row.contract_on }))
}

export async function insertProvider(writer: Reader, row: Insertable<ProviderRow>): Promise<void> {
  await writer.insertInto('provider').values(row).execute()
}

/** @returns whether there is such a provider */
export async function updateProvider(
  writer: Reader,
  cityId: string,
  id: string,
  row: Omit<Insertable<ProviderRow>, 'city_id' | 'id'>,
): Promise<boolean> {
  const result = await writer
    .updateTable('provider')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function insertClosure(writer: Reader, row: Insertable<Closure>): Promise<void> {
  await writer.insertInto('closure').values(row).execute()
}

/** @returns whether there was such a closure */
export async function deleteClosure(writer: Reader, cityId: string, date: string): Promise<boolean> {
  const result = await writer
    .deleteFrom('closure')
    .where('city_id', '=', cityId)
    .where('date', '=', date)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
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

/** The lines that teams of a provider answer go to another team. @returns their ids and names */
export function passLines(
  tx: Tx,
  cityId: string,
  { providerId, teamId }: { providerId: string; teamId: string },
): Promise<{ id: string; name: string }[]> {
  return tx
    .updateTable('line')
    .set({ answering_team_id: teamId })
    .where('city_id', '=', cityId)
    .where('answering_team_id', 'in', teamsOfProvider(tx, cityId, providerId))
    .returning(['id', 'name'])
    .execute()
}

/** Teams of a provider help on no line any more. @returns the lines on which they did */
export async function endHelp(tx: Tx, cityId: string, providerId: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('line_helper_team')
    .where('city_id', '=', cityId)
    .where('team_id', 'in', teamsOfProvider(tx, cityId, providerId))
    .returning('line_id')
    .execute()
  return [...new Set(rows.map((row) => row.line_id))]
}

const teamsOfProvider = (tx: Tx, cityId: string, providerId: string) =>
  tx.selectFrom('team').select('id').where('city_id', '=', cityId).where('provider_id', '=', providerId)
