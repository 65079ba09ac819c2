import { describe, expect, test } from 'vitest'
import { isStillTrue } from './noticeRule.ts'

const NOW = 1_000
const present = { state: 'booked', sequence: 1, needsAttention: false, start: 2_000 } as const

describe('isStillTrue', () => {
  test.each([
    ['booked', 1, present, true],
    ['a change came after it', 0, present, false],
    ['cancelled meanwhile', 1, { ...present, state: 'cancelled' as const }, false],
    ['begun', 1, { ...present, start: NOW }, false],
  ] as const)('given a booking that is %s', (_what, sequence, now, expected) => {
    expect(isStillTrue('booked', sequence, now, NOW)).toBe(expected)
    expect(isStillTrue('moved', sequence, now, NOW)).toBe(expected)
  })

  test('given a cancellation, is true as long as it is the last word', () => {
    const cancelled = { ...present, state: 'cancelled' as const }
    expect(isStillTrue('cancelled', 1, cancelled, NOW)).toBe(true)
    expect(isStillTrue('cancelled', 1, { ...cancelled, start: 0 }, NOW)).toBe(true)
    expect(isStillTrue('cancelled', 1, present, NOW)).toBe(false)
  })

  test('given it has found a place again, nobody is worried', () => {
    expect(isStillTrue('attention', 1, present, NOW)).toBe(false)
    expect(isStillTrue('attention', 1, { ...present, needsAttention: true }, NOW)).toBe(true)
  })
})
