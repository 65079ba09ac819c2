import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimeRange } from '../../shared/timeRange.ts'
import { mayBegin, roomIn } from './capacityRule.ts'
import { dutyIn, PROMISED_SHARE, type Staffing } from './dutyRule.ts'

const MINUTE = 60_000
const TYPICAL = 8 * MINUTE
const hour = { start: 0, end: 60 * MINUTE }
const half = { start: 0, end: 30 * MINUTE }
const perHour = (number: number): Staffing => ({ kind: 'number', perHour: number, typicalMs: TYPICAL })
const clerks = (...shares: number[]): Staffing => ({
  kind: 'roster',
  presences: shares.map((share, i) => ({ accountId: `${i}`, share, start: 0, end: 60 * MINUTE })),
})

/** How many of typical length can be promised. */
const free = (window: TimeRange, staffing: Staffing, now: number): number =>
  mayBegin(window, now) ? Math.floor(roomIn(window, [], [dutyIn(window, staffing, now)], []) / TYPICAL) : 0

describe('without a roster', () => {
  test.each([
    ['an hour to come', hour, 6, -1, 6],
    ['an hour that begins now', hour, 6, 0, 6],
    ['half an hour', half, 5, -1, 2],
    ['half an hour of a team that makes one per hour', half, 1, -1, 0],
    ['an hour half over', hour, 5, 30, 2],
    ['an hour with 15 minutes left', hour, 6, 45, 1],
    ['an hour with less than 15 minutes left', hour, 60, 46, 0],
    ['an hour that is over', hour, 60, 60, 0],
    ['a window of less than 15 minutes to come', { start: 0, end: 10 * MINUTE }, 6, -1, 1],
  ] as const)(
    'given %s and %2$i per hour at minute %3$i, %4$i can be made',
    (_what, window, number, minute, expected) => {
      expect(free(window, perHour(number), minute * MINUTE)).toBe(expected)
    },
  )
})

describe('with a roster', () => {
  test.each([
    ['nobody', clerks(), -1, 0],
    ['one clerk', clerks(1), -1, 6],
    ['one clerk, half an hour later', clerks(1), 30, 3],
    ['two clerks', clerks(1, 1), -1, 12],
    ['one who also sits at the counter', clerks(0.2), -1, 1],
    ['one who is hardly ever free', clerks(0.1), -1, 0],
  ] as const)('given %s at minute %3$i, %4$i can be made', (_what, staffing, minute, expected) => {
    expect(free(hour, staffing, minute * MINUTE)).toBe(expected)
  })

  test('given clerks, never more than 85 of 100 minutes are promised', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 59 }),
        (shares, m) => {
          const duty = dutyIn(hour, clerks(...shares.map((share) => share / 100)), m * MINUTE)
          expect(duty.promisedMs).toBeLessThanOrEqual(duty.clerkMs * PROMISED_SHARE)
        },
      ),
    )
  })
})

test('given promises in a window of earlier hours that lies across, they count', () => {
  const booked = [
    { start: 0, end: 30 * MINUTE, workMs: 2 * TYPICAL },
    { start: 60 * MINUTE, end: 120 * MINUTE, workMs: 4 * TYPICAL },
  ]
  expect(roomIn(hour, [], [dutyIn(hour, perHour(6), -1)], booked)).toBe(4 * TYPICAL)
})

test('given any state, what is promised and what has room are never more than the capacity', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.integer({ min: -60, max: 59 }), (number, taken, minute) => {
      const duty = dutyIn(hour, perHour(number), minute * MINUTE)
      const room = roomIn(hour, [], [duty], [{ ...hour, workMs: taken * TYPICAL }])
      expect(room + taken * TYPICAL).toBe(duty.promisedMs)
      expect(duty.promisedMs).toBeLessThanOrEqual(number * TYPICAL)
    }),
  )
})
