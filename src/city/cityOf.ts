import type { Reader } from '../platform/db/connect.ts'
import type { City } from './model.ts'
import { findCity } from './store.ts'

/** @throws when there is no such city: an id comes from a session, a host name or a stored row, never from typing */
export async function cityOf(reader: Reader, cityId: string): Promise<City> {
  const city = await findCity(reader, cityId)
  if (!city) throw new Error(`no city ${cityId}`)
  return city
}
