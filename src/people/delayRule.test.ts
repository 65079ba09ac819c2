import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFailure, delayAfter, FORGET_MS } from './delayRule.ts'

test.each([
  [1, 0],
  [4, 0],
  [5, 5],
  [6, 10],
  [7, 20],
  [12, 640],
  [13, 900],
  [5000, 900],
])('given %i failures, waits %i seconds', (failures, seconds) => {
  expect(delayAfter(failures)).toBe(seconds * 1000)
})

test('given one failure more, never waits less and never longer than a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (failures) => {
      expect(delayAfter(failures + 1)).toBeGreaterThanOrEqual(delayAfter(failures))
      expect(delayAfter(failures)).toBeLessThanOrEqual(900_000)
    }),
  )
})

test('given an hour without a failure, begins to count anew', () => {
  const at = new Date('2026-11-23T08:00:00Z')
  expect(countFailure({ count: 9, at }, new Date(at.getTime() + FORGET_MS))).toBe(10)
  expect(countFailure({ count: 9, at }, new Date(at.getTime() + FORGET_MS + 1))).toBe(1)
  expect(countFailure(null, at)).toBe(1)
})
