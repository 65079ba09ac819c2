import { METRES_PER_DEGREE } from '../../shared/point.ts'

/** Where a report is, as everybody may see it. */
export interface PublicPosition {
  place: string | null
  lat: number | null
  lon: number | null
}

/** Private ground is shown as a cell of this size only. */
export const CELL_METRES = 250
const CELL_LAT = CELL_METRES / METRES_PER_DEGREE

/**
 * What of a place everybody may see. On private ground: the centre of a cell of a fixed grid, the same for all points in it, and the
 * street without a number; never what somebody wrote of it, because that may name a house or a person.
 */
export function publicPosition(
  { place, street, lat, lon }: PublicPosition & { street: string | null },
  isPrivate: boolean,
): PublicPosition {
  if (!isPrivate) return { place, lat, lon }
  if (lat === null || lon === null) return { place: street, lat: null, lon: null }
  return { place: street, ...cellCentre(lat, lon) }
}

function cellCentre(lat: number, lon: number): { lat: number; lon: number } {
  const north = centre(lat, CELL_LAT, 90)
  // A row's cells are as wide as high; the width comes of the row's middle, so that all of a row agree on it.
  const width = CELL_LAT / Math.max(Math.cos((north * Math.PI) / 180), CELL_LAT / 360)
  return { lat: rounded(north), lon: rounded(centre(lon, width, 180)) }
}

function centre(value: number, size: number, most: number): number {
  const middle = (Math.floor(value / size) + 0.5) * size
  return Math.max(-most, Math.min(most, middle))
}

/** To about 10 cm: more digits say nothing. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
