import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayName } from './holidays.ts'
import { ServiceHours } from './serviceHours.ts'
import { contains } from './timeRange.ts'

const MINUTE = 60_000
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Two to four cuts of a day make one or two openings. */
const anyDay = (weekday: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 4 }).map((cuts) => {
    const at = cuts.toSorted((a, b) => a - b).map((cut) => clock(cut * 15))
    return [0, 2].flatMap((i) => {
      const [opens, closes] = [at[i], at[i + 1]]
      return opens !== undefined && closes !== undefined ? [{ weekday, opens, closes }] : []
    })
  })
const anyHours = fc
  .tuple(
    fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
    fc.tuple(...[1, 2, 3, 4, 5, 6, 7].map(anyDay)),
  )
  .map(([timeZone, days]) => ({ timeZone, week: days.flat() }))
  .filter(({ week }) => week.length > 0)
  .map((rules) => new ServiceHours({ ...rules, closed: (date) => holidayName('NW', date) }))
const from2026 = Date.UTC(2026, 0, 1)
const anyMoment = fc.oneof(
  fc.integer({ min: from2026, max: from2026 + 730 * 1440 * MINUTE }),
  // Half of the moments around the nights the clocks change, and around the turn of the year.
  fc
    .tuple(
      fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2026-12-31'),
      fc.integer({ min: -2880, max: 2880 }),
    )
    .map(([date, minutes]) => Date.parse(date) + minutes * MINUTE),
)
const anyMinutes = fc.integer({ min: 0, max: 6000 })

function added(hours: ServiceHours, at: number, minutes: number): number {
  const result = hours.add(at, minutes)
  if (result === null) throw new Error('every week that opens at all opens within the search limit')
  return result
}

describe('given any week, zone and moment', () => {
  test('between undoes add', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyMinutes, (hours, at, minutes) => {
        expect(hours.between(at, added(hours, at, minutes))).toBe(minutes * MINUTE)
      }),
    )
  })

  test('add undoes between, up to closed time', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyMoment, (hours, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const back = added(hours, from, hours.between(from, to) / MINUTE)
        expect(hours.between(Math.min(back, to), Math.max(back, to))).toBe(0)
      }),
    )
  })

  test('add never lands in a closed time', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyMinutes, (hours, at, minutes) => {
        const result = added(hours, at, minutes)
        expect(hours.isOpen(result) || hours.isOpen(result - 1)).toBe(true)
      }),
    )
  })

  test('add in two steps is add in one, and later or longer is never earlier', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyMinutes, anyMinutes, (hours, at, first, second) => {
        const once = added(hours, at, first + second)
        expect(added(hours, added(hours, at, first), second)).toBe(once)
        expect(added(hours, at, first)).toBeLessThanOrEqual(once)
        expect(added(hours, at + second * MINUTE, first)).toBeGreaterThanOrEqual(added(hours, at, first))
      }),
    )
  })

  test('between adds up over any middle and changes its sign with the direction', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyMoment, anyMoment, (hours, a, b, c) => {
        expect(hours.between(a, b) + hours.between(b, c)).toBe(hours.between(a, c))
      }),
    )
  })

  test('windows follow each other, fill open time only, and lose none of it', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, fc.constantFrom(15, 30, 60), (hours, at, minutes) => {
        const windows = hours.windows(at, { count: 12 }, minutes)
        expect(windows).toHaveLength(12)
        for (const [i, window] of windows.entries()) {
          const length = window.end - window.start
          expect(window.start).toBeGreaterThanOrEqual(windows[i - 1]?.end ?? at)
          expect(length).toBeLessThanOrEqual(minutes * MINUTE)
          expect(hours.between(window.start, window.end)).toBe(length)
          expect(hours.between(windows[i - 1]?.end ?? window.start, window.start)).toBe(0)
        }
      }),
    )
  })

  test('isOpen, openingsOn, nextOpening and closesAt tell the same story', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (hours, at) => {
        const open = hours.openingsOn(hours.dateOf(at)).some((opening) => contains(opening, at))
        expect(hours.isOpen(at)).toBe(open)
        expect(hours.isOpen(hours.nextOpening(at)?.start ?? Number.NaN)).toBe(true)
        const closes = hours.closesAt(at)
        if (!open) expect(closes).toBeNull()
        if (closes !== null) expect([hours.isOpen(closes - 1), hours.isOpen(closes)]).toEqual([true, false])
      }),
    )
  })
})

test('given ten thousand questions over two years, answers within a second', () => {
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }))
  const hours = new ServiceHours({
    timeZone: 'Europe/Berlin',
    week,
    closed: (date) => holidayName('NW', date),
  })
  const started = performance.now()
  for (let i = 0; i < 10_000; i += 1) hours.add(from2026 + i * 97 * MINUTE, 240)
  expect(performance.now() - started).toBeLessThan(1000)
})
