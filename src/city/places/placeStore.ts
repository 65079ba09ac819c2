import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import { METRES_PER_DEGREE, type Point } from '../../shared/point.ts'
import type { Boundary, Street } from './model.ts'
import type { StreetList } from './readStreets.ts'

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 5_000

/** Until the transaction ends, nobody else changes the city's places; what only refers to the city goes on. */
export async function lockPlaces(tx: Tx, cityId: string): Promise<void> {
  await tx.selectFrom('city').select('id').where('id', '=', cityId).forNoKeyUpdate().execute()
}

/** In place of what was there. */
export async function replaceStreets(tx: Tx, cityId: string, { streets, houses }: StreetList): Promise<void> {
  await tx.deleteFrom('street').where('city_id', '=', cityId).execute()
  for (let from = 0; from < streets.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('street')
      .values(
        streets.slice(from, from + ROWS_AT_ONCE).map(({ at, ...street }) => ({
          city_id: cityId,
          ...street,
          lat: at?.lat ?? null,
          lon: at?.lon ?? null,
        })),
      )
      .execute()
  for (let from = 0; from < houses.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('address')
      .values(
        houses
          .slice(from, from + ROWS_AT_ONCE)
          .map(({ streetId, at, ...house }) => ({ city_id: cityId, street_id: streetId, ...house, ...at })),
      )
      .execute()
}

export async function replaceBoundary(tx: Tx, cityId: string, boundary: Boundary): Promise<void> {
  const polygons = JSON.stringify(boundary)
  await tx
    .insertInto('city_boundary')
    .values({ city_id: cityId, polygons })
    .onConflict((conflict) => conflict.column('city_id').doUpdateSet({ polygons }))
    .execute()
}

/** As it was checked when it came in; null where the city has none. */
export async function findBoundary(reader: Reader, cityId: string): Promise<Boundary | null> {
  const row = await reader
    .selectFrom('city_boundary')
    .select(sql<Boundary>`polygons`.as('polygons'))
    .where('city_id', '=', cityId)
    .executeTakeFirst()
  return row?.polygons ?? null
}

const streets = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('street')
    .select(['id', 'name', 'key', 'postcode', 'district', 'lat', 'lon'])
    .where('city_id', '=', cityId)

interface StreetRow extends Omit<Street, 'at'> {
  lat: number | null
  lon: number | null
}

const toStreet = ({ lat, lon, ...street }: StreetRow): Street => ({
  ...street,
  at: lat === null || lon === null ? null : { lat, lon },
})

/** @param key as `foldStreet` makes it: letters and digits only */
export async function streetsBeginning(
  reader: Reader,
  cityId: string,
  key: string,
  most: number,
): Promise<Street[]> {
  const rows = await streets(reader, cityId)
    .where('key', 'like', `${key}%`)
    .orderBy('key')
    .limit(most)
    .execute()
  return rows.map(toStreet)
}

export async function allStreets(reader: Reader, cityId: string): Promise<Street[]> {
  return (await streets(reader, cityId).execute()).map(toStreet)
}

export async function districtsNamed(
  reader: Reader,
  cityId: string,
  names: readonly string[],
): Promise<{ name: string; district: string }[]> {
  if (names.length === 0) return []
  return reader
    .selectFrom('street')
    .select(['name', 'district'])
    .where('city_id', '=', cityId)
    .where('name', 'in', [...names])
    .execute()
}

export interface HouseRow {
  streetId: number
  number: number
  addition: string
  at: Point
}

/** Of these streets, the houses of this number, and where it is a beginning those with further digits. */
export async function housesOf(
  reader: Reader,
  cityId: string,
  streetIds: readonly number[],
  number: number,
  isBeginning: boolean,
): Promise<HouseRow[]> {
  const rows = await reader
    .selectFrom('address')
    .select(['street_id as streetId', 'number', 'addition', 'lat', 'lon'])
    .where('city_id', '=', cityId)
    .where('street_id', 'in', [...streetIds])
    .where((where) =>
      where.or(
        (isBeginning ? [1, 10, 100] : [1]).map((times) =>
          where.between('number', number * times, number * times + times - 1),
        ),
      ),
    )
    .orderBy('number')
    .orderBy('addition')
    .execute()
  return rows.map(({ lat, lon, ...house }) => ({ ...house, at: { lat, lon } }))
}

export interface NearRow {
  name: string
  postcode: string
  district: string
  number: number
  addition: string
  at: Point
}

/** The house that is nearest, if one is within so many metres. */
export async function findNearest(
  reader: Reader,
  cityId: string,
  { lat, lon }: Point,
  metres: number,
): Promise<NearRow | null> {
  const high = metres / METRES_PER_DEGREE
  const narrow = Math.cos((lat * Math.PI) / 180)
  const wide = high / Math.max(narrow, 0.01)
  const row = await reader
    .selectFrom('address')
    .innerJoin('street', (join) =>
      join.onRef('street.city_id', '=', 'address.city_id').onRef('street.id', '=', 'address.street_id'),
    )
    .select(['name', 'postcode', 'district', 'number', 'addition', 'address.lat', 'address.lon'])
    .where('address.city_id', '=', cityId)
    .where((where) => where.between('address.lat', lat - high, lat + high))
    .where((where) => where.between('address.lon', lon - wide, lon + wide))
    .orderBy(
      sql`(address.lat - ${lat}::float8) ^ 2 + ((address.lon - ${lon}::float8) * ${narrow}::float8) ^ 2`,
    )
    .orderBy('address.street_id')
    .orderBy('number')
    .orderBy('addition')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { lat: north, lon: east, ...house } = row
  return { ...house, at: { lat: north, lon: east } }
}
