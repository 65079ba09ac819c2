import type { Box } from './contract.ts'

/** Reports that are nearer to each other than that on the screen are shown together. */
const CELL_PIXELS = 64
const TILE_PIXELS = 256
/** In the middle of Germany a degree of latitude is on the map as long as 1.6 of longitude. */
const NARROW = 0.625
/** More points than that help nobody, and cost time. */
export const MOST_CELLS = 500

/** The database keeps counts of cells of this size of the map (`report_map_cell`); a larger one is put together of them. */
const KEPT_ZOOM = 13

/** Cells of a grid that begins at 0° 0°, so that a map that is moved has the same ones. In degrees. */
export interface Grid {
  lat: number
  lon: number
}

/** In degrees; sizes of the map are powers of two, so that no cell's border is ever rounded. */
function gridAt(zoom: number): Grid {
  const lon = (360 * CELL_PIXELS) / (TILE_PIXELS * 2 ** zoom)
  return { lat: lon * NARROW, lon }
}

/** The cells that the database counts. */
export const KEPT = gridAt(KEPT_ZOOM)

/** How large the cells are at a size of the map: larger where the part is so large that there would be too many. */
export function gridOf(box: Box, zoom: number): Grid {
  let size = zoom
  while (cellsIn(box, gridAt(size)) > MOST_CELLS) size -= 1
  return gridAt(size)
}

/** How often kept cells are doubled to be these; null: these are smaller. */
export function doublingsOf({ lon }: Grid): number | null {
  const doublings = Math.round(Math.log2(lon / KEPT.lon))
  return doublings < 0 ? null : doublings
}

/** All cells that a part of the map touches: counted whole, they say the same wherever the map is moved. East and north are outside. */
export const wholeCells = ({ west, south, east, north }: Box, { lat, lon }: Grid): Box => ({
  west: Math.floor(west / lon) * lon,
  south: Math.floor(south / lat) * lat,
  east: (Math.floor(east / lon) + 1) * lon,
  north: (Math.floor(north / lat) + 1) * lat,
})

/** How many cells a part of the map touches. */
export const cellsIn = ({ west, south, east, north }: Box, { lat, lon }: Grid): number =>
  (Math.floor(east / lon) - Math.floor(west / lon) + 1) *
  (Math.floor(north / lat) - Math.floor(south / lat) + 1)
