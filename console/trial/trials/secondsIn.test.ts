import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationOf, secondsIn } from './secondsIn.ts'

test.each([
  ['15', 15],
  [' 0:15 ', 15],
  ['3:20', 200],
  ['3:20:00', 12_000],
  ['200', 200],
  ['3:60', Number.NaN],
  ['3 h', Number.NaN],
  ['', Number.NaN],
  ['1:2:3:4', Number.NaN],
])('given %j, it is %d seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds)
})

test('given any duration, what is shown can be typed', () => {
  fc.assert(fc.property(fc.nat(86_400), (seconds) => secondsIn(durationOf(seconds)) === seconds))
})
