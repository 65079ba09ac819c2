import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capacityOf, roomIn } from './capacityRule.ts'

const MINUTE = 60_000
const hour = { start: 0, end: 60 * MINUTE }
const half = { start: 0, end: 30 * MINUTE }

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
  (_what, window, perHour, minute, expected) => {
    expect(capacityOf(window, perHour, minute * MINUTE)).toBe(expected)
  },
)

test('given promises in a window of earlier hours that lies across, they count', () => {
  const taken = [
    { start: 0, end: 30 * MINUTE, taken: 2 },
    { start: 60 * MINUTE, end: 120 * MINUTE, taken: 4 },
  ]
  expect(roomIn(hour, 6, taken, -1)).toBe(4)
})

test('given any state, room is never negative and never more than the capacity', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), fc.integer({ min: -60, max: 90 }), (perHour, taken, minute) => {
      const now = minute * MINUTE
      const room = roomIn(hour, perHour, [{ ...hour, taken }], now)
      expect(room).toBeGreaterThanOrEqual(0)
      expect(room + taken).toBeLessThanOrEqual(Math.max(taken, capacityOf(hour, perHour, now)))
    }),
  )
})
