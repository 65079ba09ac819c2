import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOSEST } from './contract.ts'
import { cellsIn, doublingsOf, gridOf, KEPT, MOST_CELLS, wholeCells } from './gridRule.ts'

const span = (most: number) =>
  fc
    .tuple(
      fc.double({ min: -most, max: most, noNaN: true }),
      fc.double({ min: -most, max: most, noNaN: true }),
    )
    .filter(([one, other]) => one !== other)
    // As many digits as an address may have.
    .filter((ends) => ends.every((at) => at === 0 || Math.abs(at) >= 1e-20))
    .map((ends) => ends.toSorted((a, b) => a - b) as [number, number])
const box = fc
  .tuple(span(180), span(90))
  .map(([[west, east], [south, north]]) => ({ west, south, east, north }))
const zoom = fc.integer({ min: 0, max: CLOSEST })

test('given any part of the earth at any size, there are at most 500 cells', () => {
  fc.assert(fc.property(box, zoom, (part, size) => cellsIn(part, gridOf(part, size)) <= MOST_CELLS))
})

test('given a part as a screen shows it, the cells are 64 pixels wide, the same wherever it is moved', () => {
  const screen = (west: number) => ({ west, south: 51.6, east: west + 0.05, north: 51.62 })
  const pixels = (256 * 2 ** 15) / 360
  for (const west of [7.4, 7.4003, 7.5]) expect(gridOf(screen(west), 15).lon * pixels).toBeCloseTo(64)
})

test('given a larger size, the cells are never larger', () => {
  fc.assert(
    fc.property(box, fc.integer({ min: 0, max: CLOSEST - 1 }), (part, size) => {
      expect(gridOf(part, size + 1).lon).toBeLessThanOrEqual(gridOf(part, size).lon)
    }),
  )
})

test('given any part, its whole cells hold it, begin at the grid’s lines and are those that it touches', () => {
  fc.assert(
    fc.property(box, zoom, (part, size) => {
      const grid = gridOf(part, size)
      const whole = wholeCells(part, grid)
      expect(whole.west <= part.west && whole.south <= part.south).toBe(true)
      expect(whole.east > part.east && whole.north > part.north).toBe(true)
      const [wide, high] = [(whole.east - whole.west) / grid.lon, (whole.north - whole.south) / grid.lat]
      expect(wide * high).toBe(cellsIn(part, grid))
      expect(whole.west / grid.lon).toBe(Math.floor(part.west / grid.lon))
    }),
  )
})

test('given a size of the map, its cells are kept ones doubled, or smaller', () => {
  fc.assert(
    fc.property(box, zoom, (part, size) => {
      const { lat, lon } = gridOf(part, size)
      const doublings = doublingsOf({ lat, lon })
      if (doublings === null) expect(lon).toBeLessThan(KEPT.lon)
      else expect([KEPT.lat * 2 ** doublings, KEPT.lon * 2 ** doublings]).toEqual([lat, lon])
    }),
  )
})
