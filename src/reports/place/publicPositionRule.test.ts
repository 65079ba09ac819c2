import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresBetween } from '../../shared/point.ts'
import { CELL_METRES, publicPosition } from './publicPositionRule.ts'

const point = fc.record({
  lat: fc.double({ min: 47, max: 55.1, noNaN: true }),
  lon: fc.double({ min: 5.8, max: 15.1, noNaN: true }),
})
const place = { place: 'Im Garten von Hauptstraße 5', street: 'Hauptstraße' }
const seen = (at: { lat: number; lon: number }) => {
  const { lat, lon } = publicPosition({ ...place, ...at }, true)
  return { lat: lat!, lon: lon! }
}

test('given a public place, everything is shown as it is', () => {
  fc.assert(
    fc.property(point, (at) => {
      expect(publicPosition({ ...place, ...at }, false)).toEqual({ place: place.place, ...at })
    }),
  )
})

test('given private ground, the street stands alone, and without one nothing', () => {
  const at = { lat: 51.6165, lon: 7.5286 }
  expect(publicPosition({ ...place, ...at }, true).place).toBe('Hauptstraße')
  expect(publicPosition({ ...place, street: null, ...at }, true).place).toBeNull()
  expect(publicPosition({ ...place, lat: null, lon: null }, true)).toEqual({
    place: 'Hauptstraße',
    lat: null,
    lon: null,
  })
})

test('given any point on private ground, what is shown is at most half a cell away in each direction', () => {
  fc.assert(
    fc.property(point, (at) => {
      expect(metresBetween(at, seen(at))).toBeLessThanOrEqual((CELL_METRES / 2) * Math.SQRT2 * 1.001)
    }),
  )
})

test('given two points of a cell, they are shown as the same; so the point itself cannot be told', () => {
  const inside = fc.double({ min: -0.49, max: 0.49, noNaN: true })
  fc.assert(
    fc.property(point, inside, inside, (at, north, east) => {
      const middle = seen(at)
      const metres = CELL_METRES / 111_195
      const moved = {
        lat: middle.lat + north * metres,
        lon: middle.lon + (east * metres) / Math.cos((middle.lat * Math.PI) / 180),
      }
      expect(seen(moved)).toEqual(middle)
      expect(seen(middle)).toEqual(middle)
    }),
  )
})

test('given many reports of a town, they fall on few places', () => {
  const shown = new Set<string>()
  for (let step = 0; step < 1000; step += 1) {
    const { lat, lon } = seen({ lat: 51.6 + step / 1e6, lon: 7.5 })
    shown.add(`${lat},${lon}`)
  }
  expect(shown.size).toBeLessThanOrEqual(2)
})
