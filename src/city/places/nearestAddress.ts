import type { Reader } from '../../platform/db/connect.ts'
import { metresBetween, type Point } from '../../shared/point.ts'
import { labelOf } from './labelOf.ts'
import type { Place } from './model.ts'
import { findNearest } from './placeStore.ts'

/** Farther away an address says nothing of where something is. */
const FARTHEST_METRES = 300

/** The address of the city's list that is nearest to a point, at most 300 m away; null for none. */
export async function nearestAddress(
  reader: Reader,
  cityId: string,
  at: Point,
): Promise<{ place: Place; metres: number } | null> {
  const found = await findNearest(reader, cityId, at, FARTHEST_METRES)
  if (!found) return null
  const metres = metresBetween(at, found.at)
  if (metres > FARTHEST_METRES) return null
  const houseNumber = `${found.number}${found.addition}`
  const place = { label: labelOf(found, houseNumber), street: found.name, houseNumber, at: found.at }
  return { place, metres: Math.round(metres) }
}
