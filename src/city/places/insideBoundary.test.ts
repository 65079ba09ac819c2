import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../shared/point.ts'
import { insideBoundary } from './insideBoundary.ts'
import type { Position, Ring } from './model.ts'

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const at = (lon: number, lat: number): Point => ({ lat, lon })

test('given a square with a hole and a second one, only what is in them and not in the hole is inside', () => {
  const boundary = [[square(7, 51, 1), square(7.4, 51.4, 0.2)], [square(9, 51, 1)]]
  expect(insideBoundary(at(7.1, 51.1), boundary)).toBe(true)
  expect(insideBoundary(at(7.5, 51.5), boundary)).toBe(false)
  expect(insideBoundary(at(8.5, 51.5), boundary)).toBe(false)
  expect(insideBoundary(at(9.5, 51.5), boundary)).toBe(true)
})

const polygon = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 3,
    maxLength: 12,
  })
  .map((positions): Ring => [...positions, positions[0]!] as Position[])
// Halves lie on no corner and, with the odd slope of the reference's ray, on no edge that matters.
const point = fc
  .tuple(fc.integer({ min: -55, max: 55 }), fc.integer({ min: -55, max: 55 }))
  .map(([lon, lat]) => at(lon + 0.137, lat + 0.291))

/** Independent: counts where the segment to a point far away, up and aslant, crosses an edge, by orientation only. */
function reference({ lat, lon }: Point, ring: Ring): boolean {
  const far: Position = [lon + 1000.77, lat + 3333.33]
  const here: Position = [lon, lat]
  const side = (a: Position, b: Position, c: Position): boolean =>
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
  const crossings = ring
    .slice(1)
    .filter(
      (to, index) =>
        side(here, far, ring[index]!) !== side(here, far, to) &&
        side(ring[index]!, to, here) !== side(ring[index]!, to, far),
    )
  return crossings.length % 2 === 1
}

test('given any ring and point, the even-odd rule answers the same, counted along another ray', () => {
  fc.assert(
    fc.property(polygon, point, (ring, here) => {
      expect(insideBoundary(here, [[ring]])).toBe(reference(here, ring))
    }),
    { numRuns: 2000 },
  )
})

test('given any ring, where it begins and which way it turns says nothing', () => {
  fc.assert(
    fc.property(polygon, point, fc.nat(11), (ring, here, shift) => {
      const open = ring.slice(0, -1)
      const by = shift % open.length
      const turned = [...open.slice(by), ...open.slice(0, by)].toReversed()
      expect(insideBoundary(here, [[[...turned, turned[0]!]]])).toBe(insideBoundary(here, [[ring]]))
    }),
  )
})
