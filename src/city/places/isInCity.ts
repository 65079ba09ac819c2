import type { Reader } from '../../platform/db/connect.ts'
import type { Point } from '../../shared/point.ts'
import { insideBoundary } from './insideBoundary.ts'
import { findBoundary } from './placeStore.ts'

/** Whether a point lies in the city; a city that has told no boundary is everywhere. */
export async function isInCity(reader: Reader, cityId: string, at: Point): Promise<boolean> {
  const boundary = await findBoundary(reader, cityId)
  return boundary === null || insideBoundary(at, boundary)
}
