import { cityOf, isInCity, nearestAddress, searchPlaces } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { invalid } from '../../platform/problems.ts'
import type { Point } from '../../shared/point.ts'

/** Where a report is, as far as the city's own list and boundary tell. */
export interface Spot {
  at: Point | null
  /** Of the city's list. */
  street: string | null
}

/** A sentence for whoever points beyond the city's end. */
export const outsideSentence = (city: string): string =>
  `Diese Stelle liegt nicht in ${city}. Zuständig ist dort die Nachbargemeinde.`

/**
 * Finds a report's place: of coordinates the street, of an address that was told in full its coordinates. Words alone are a place too.
 * @throws Problem 422 at `place` for coordinates outside the city
 */
export async function locate(
  reader: Reader,
  cityId: string,
  { at, text }: { at: Point | null; text: string | null },
): Promise<Spot> {
  if (at) {
    if (!(await isInCity(reader, cityId, at)))
      throw invalid({ place: outsideSentence((await cityOf(reader, cityId)).name) })
    const near = await nearestAddress(reader, cityId, at)
    return { at, street: near?.place.street ?? null }
  }
  const { exact } = text === null ? { exact: null } : await searchPlaces(reader, cityId, text)
  return { at: exact?.at ?? null, street: exact?.street ?? null }
}
