import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOverloaded } from './loadRule.ts'

const limit = { delayMs: 200, inFlight: 400 }

test.each([
  [false, 150, 0, false],
  [false, 201, 0, true],
  [false, 0, 401, true],
  [true, 101, 0, true],
  [true, 0, 201, true],
  [true, 100, 200, false],
])(
  'given overloaded %s, %d ms late and %d under way, overloaded is %s',
  (before, delayMs, inFlight, after) => {
    expect(isOverloaded(before, { delayMs, inFlight }, limit)).toBe(after)
  },
)

test('given any load, who was not overloaded is so only where who was stays so', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (delayMs, inFlight) => {
      const load = { delayMs, inFlight }
      if (isOverloaded(false, load, limit)) expect(isOverloaded(true, load, limit)).toBe(true)
    }),
  )
})
