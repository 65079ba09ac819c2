/** Degrees (WGS 84). */
export interface Point {
  lat: number
  lon: number
}

/** Metres of a degree of latitude, of a sphere as large as the earth. */
export const METRES_PER_DEGREE = 111_195

/** Metres between two points that are a few kilometres apart at most: there the earth is flat enough. */
export function metresBetween(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * METRES_PER_DEGREE
  const east = (a.lon - b.lon) * METRES_PER_DEGREE * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** For people: '51,61650° Nord, 7,52860° Ost'. */
export function degreesInWords({ lat, lon }: Point): string {
  const degrees = (value: number): string => Math.abs(value).toFixed(5).replace('.', ',')
  return `${degrees(lat)}° ${lat < 0 ? 'Süd' : 'Nord'}, ${degrees(lon)}° ${lon < 0 ? 'West' : 'Ost'}`
}

const LIMITS = { lat: 90, lon: 180 } as const

/** Whether these are degrees that exist. */
export const isPoint = ({ lat, lon }: Point): boolean =>
  Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= LIMITS.lat && Math.abs(lon) <= LIMITS.lon
