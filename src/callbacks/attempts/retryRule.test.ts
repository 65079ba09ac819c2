import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterNotReached, chooseRetry, dayPart } from './retryRule.ts'

const ZONE = 'Europe/Berlin'
/** An hour of Monday to Wednesday, 23 to 25 November 2026, in Berlin. */
const hour = (day: number, from: number) => {
  const start = Date.UTC(2026, 10, 22 + day, from - 1)
  return { start, end: start + 3_600_000 }
}

test.each([
  [8, 'morning'],
  [10, 'morning'],
  [11, 'midday'],
  [13, 'midday'],
  [14, 'afternoon'],
  [17, 'afternoon'],
] as const)('given %i o’clock in Berlin, it is %s', (from, part) => {
  expect(dayPart(hour(1, from).start, ZONE)).toBe(part)
})

test('given summer time, the part of the day is the local one', () => {
  expect(dayPart(Date.parse('2026-07-01T09:30:00Z'), ZONE)).toBe('midday')
})

test.each([
  [1, true, 'promised-window'],
  [3, true, 'promised-window'],
  [1, false, 'later'],
  [2, false, 'later'],
  [3, false, 'give-up'],
] as const)('given %i attempts and an open promise %s: %s', (attempts, promiseOpen, next) => {
  expect(afterNotReached(attempts, promiseOpen)).toBe(next)
})

test.each([
  ['the morning', [hour(1, 9)], hour(1, 11)],
  ['noon', [hour(1, 12)], hour(1, 10)],
  ['the afternoon', [hour(1, 15)], hour(1, 10)],
  ['morning and noon', [hour(1, 9), hour(1, 11)], hour(1, 15)],
  ['morning and afternoon', [hour(1, 9), hour(1, 15)], hour(1, 11)],
])('given attempts in %s, chooses another time of day', (_when, tried, expected) => {
  const windows = [hour(1, 10), hour(1, 11), hour(1, 15), hour(2, 9)]
  const starts = tried.map(({ start }) => start)
  expect(chooseRetry(starts, windows, ZONE)).toEqual(expected)
})

test('given a city that opens in the mornings only, chooses the first window', () => {
  expect(chooseRetry([hour(1, 9).start], [hour(2, 8), hour(2, 9)], ZONE)).toEqual(hour(2, 8))
})

test('given no window, chooses none', () => {
  expect(chooseRetry([hour(1, 9).start], [], ZONE)).toBeNull()
})

test('given any windows, the choice is one of them and another part of the day wherever there is one', () => {
  const window = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 7, max: 18 }))
    .map(([d, h]) => hour(d, h))
  fc.assert(
    fc.property(
      fc.array(window, { minLength: 1 }),
      fc.array(window, { minLength: 1, maxLength: 2 }),
      (windows, tried) => {
        const starts = tried.map(({ start }) => start)
        const chosen = chooseRetry(starts, windows, ZONE)
        expect(windows).toContainEqual(chosen)
        const last = dayPart(starts.at(-1)!, ZONE)
        const another = windows.some(({ start }) => dayPart(start, ZONE) !== last)
        if (another) expect(dayPart(chosen!.start, ZONE)).not.toBe(last)
      },
    ),
  )
})
