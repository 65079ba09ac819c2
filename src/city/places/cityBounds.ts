import type { Reader } from '../../platform/db/connect.ts'
import { findBoundary } from './placeStore.ts'

/** South-west and north-east, in degrees. */
export type Bounds = readonly [southWest: readonly [number, number], northEast: readonly [number, number]]

const GERMANY: Bounds = [
  [47.2, 5.8],
  [55.1, 15.1],
]

/** What a map of the city shows first; without a boundary all of Germany. */
export async function cityBounds(reader: Reader, cityId: string): Promise<Bounds> {
  const positions = (await findBoundary(reader, cityId))?.flatMap(([outer = []]) => outer) ?? []
  if (positions.length === 0) return GERMANY
  let [south, west, north, east] = [90, 180, -90, -180]
  for (const [lon, lat] of positions) {
    south = Math.min(south, lat)
    north = Math.max(north, lat)
    west = Math.min(west, lon)
    east = Math.max(east, lon)
  }
  return [
    [south, west],
    [north, east],
  ]
}
