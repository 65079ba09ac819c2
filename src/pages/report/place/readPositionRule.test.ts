import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPrecise, readPosition } from './readPositionRule.ts'

test('given any position that the script writes, it is read as it was', () => {
  const degrees = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((n) => n / 1e6)
  fc.assert(
    fc.property(degrees(90), degrees(180), fc.nat(1_000_000), (lat, lon, metres) => {
      const at = { lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) }
      expect(readPosition(`${lat.toFixed(6)},${lon.toFixed(6)},${metres}`)).toEqual({ at, metres })
    }),
  )
})

test.each([
  '',
  '51.6,7.5',
  '91,7.5,1',
  '51,181,1',
  'x',
  '51.6,7.5,-1',
  '1e1,7,1',
  '51.6,7.5,1;drop',
  'NaN,NaN,0',
])('given %s, it is no position', (text) => {
  expect(readPosition(text)).toBeNull()
})

test('given 250 m, it is precise; given 251 m, it is not', () => {
  const at = { lat: 51, lon: 7 }
  expect(isPrecise({ at, metres: 250 })).toBe(true)
  expect(isPrecise({ at, metres: 251 })).toBe(false)
})
