import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, durationMs, overlaps, timeRange } from './timeRange.ts'

const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]) => timeRange(start, start + length))

describe('timeRange', () => {
  test('given dates, keeps epoch milliseconds', () => {
    expect(timeRange(new Date('2026-11-27T07:00:00Z'), new Date('2026-11-27T08:00:00Z'))).toEqual({
      start: Date.UTC(2026, 10, 27, 7),
      end: Date.UTC(2026, 10, 27, 8),
    })
  })

  test.each([
    ['an end before the start', 2, 1],
    ['an invalid date', new Date('soon'), 1],
    ['not a number', 0, Number.NaN],
  ])('given %s, throws RangeError', (_what, start, end) => {
    expect(() => timeRange(start, end)).toThrow(RangeError)
  })

  test('given a range, its start belongs to it and its end does not', () => {
    const range = timeRange(10, 20)
    expect([9, 10, 19, 20].map((at) => contains(range, at))).toEqual([false, true, true, false])
    expect(durationMs(range)).toBe(10)
  })

  test.each([
    ['touching', [0, 10], [10, 20], false],
    ['sharing one millisecond', [0, 11], [10, 20], true],
    ['one inside the other', [0, 20], [5, 6], true],
    ['an empty one inside', [0, 20], [5, 5], false],
  ] as const)('given two ranges %s, overlaps says %s', (_what, a, b, expected) => {
    expect(overlaps(timeRange(a[0], a[1]), timeRange(b[0], b[1]))).toBe(expected)
  })

  test('given any two ranges, they overlap exactly when some millisecond lies in both', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const shared = Array.from({ length: 71 }, (_, at) => at).some(
          (at) => contains(a, at) && contains(b, at),
        )
        expect(overlaps(a, b)).toBe(shared)
        expect(overlaps(b, a)).toBe(shared)
      }),
    )
  })
})
