import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOSEST } from './contract.ts'
import { cellsIn, gridOf, MOST_CELLS } from './gridRule.ts'

const span = (most: number) =>
  fc
    .tuple(
      fc.double({ min: -most, max: most, noNaN: true }),
      fc.double({ min: -most, max: most, noNaN: true }),
    )
    .filter(([one, other]) => one !== other)
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
