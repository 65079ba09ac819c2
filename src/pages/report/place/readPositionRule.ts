import { isPoint, type Point } from '../../../shared/point.ts'

/** What a device or the map says of where something is. */
export interface DevicePosition {
  at: Point
  /** How far off it may be, in metres; 0: somebody pointed at it. */
  metres: number
}

/** Farther off, a position says less than words do, and is not kept. */
export const PRECISE_METRES = 250

const SHAPE = /^(-?\d{1,2}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?),(\d{1,7})$/

/** Reads '51.6165,7.5286,20'; null for nothing, and for what no script of ours writes. */
export function readPosition(text: string): DevicePosition | null {
  const [, lat, lon, metres] = SHAPE.exec(text) ?? []
  if (lat === undefined || lon === undefined || metres === undefined) return null
  const at = { lat: Number(lat), lon: Number(lon) }
  return isPoint(at) ? { at, metres: Number(metres) } : null
}

export const isPrecise = ({ metres }: DevicePosition): boolean => metres <= PRECISE_METRES
