import type { Box } from './contract.ts'

/** Reports that are nearer to each other than that on the screen are shown together. */
const CELL_PIXELS = 64
const TILE_PIXELS = 256
/** In the middle of Germany a degree of latitude is on the map as long as 1.6 of longitude. */
const NARROW = 0.625
/** More points than that help nobody, and cost time. */
export const MOST_CELLS = 500

/** Cells of a grid that begins at 0° 0°, so that a map that is moved has the same ones. In degrees. */
export interface Grid {
  lat: number
  lon: number
}

/** How large the cells are at a size of the map: larger where the part is so large that there would be too many. */
export function gridOf(box: Box, zoom: number): Grid {
  let lon = (360 * CELL_PIXELS) / (TILE_PIXELS * 2 ** zoom)
  while (cellsIn(box, { lat: lon * NARROW, lon }) > MOST_CELLS) lon *= 2
  return { lat: lon * NARROW, lon }
}

/** How many cells a part of the map touches. */
export const cellsIn = ({ west, south, east, north }: Box, { lat, lon }: Grid): number =>
  (Math.floor(east / lon) - Math.floor(west / lon) + 1) *
  (Math.floor(north / lat) - Math.floor(south / lat) + 1)
