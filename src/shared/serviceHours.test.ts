import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayName } from './holidays.ts'
import { ServiceHours } from './serviceHours.ts'
import type { WeekOpening } from './serviceWeek.ts'

const timeZone = 'Europe/Berlin'
const week: WeekOpening[] = [
  ...[1, 2, 3].flatMap((weekday) => [
    { weekday, opens: '08:00', closes: '12:30' },
    { weekday, opens: '13:30', closes: '16:00' },
  ]),
  { weekday: 4, opens: '09:00', closes: '12:30' },
  { weekday: 4, opens: '13:30', closes: '18:00' },
  { weekday: 5, opens: '08:00', closes: '12:30' },
]
const closed = (date: string) => (date === '2026-11-27' ? 'Brückentag' : holidayName('NW', date))
const city = new ServiceHours({ timeZone, week, closed })
const always = (days = [1, 2, 3, 4, 5, 6, 7], opens = '00:00', closes = '24:00') =>
  new ServiceHours({
    timeZone,
    week: days.map((weekday) => ({ weekday, opens, closes })),
    closed: () => null,
  })
const never = new ServiceHours({ timeZone, week, closed: () => 'Umbau' })

/** Epoch ms of Berlin wall clock '2026-11-20 12:00'. */
const berlin = (text: string) =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(timeZone).epochMilliseconds
const wall = (at: number | null) =>
  at === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString()
        .replace('T', ' ')
const span = (range: { start: number; end: number } | null) =>
  range && `${wall(range.start)?.slice(0, 16)}-${wall(range.end)?.slice(11, 16)}`

describe('add', () => {
  test.each([
    ['4 hours from Friday 12:00 are Monday', '2026-11-20 12:00', 240, '2026-11-23 11:30:00'],
    ['over the closed bridge day', '2026-11-26 17:00', 120, '2026-11-30 09:00:00'],
    ['over lunch', '2026-11-23 12:00', 60, '2026-11-23 14:00:00'],
    ['up to the minute of closing', '2026-11-20 12:00', 30, '2026-11-20 12:30:00'],
    ['from the night before', '2026-11-22 23:00', 1, '2026-11-23 08:01:00'],
    ['nothing while open', '2026-11-23 09:10', 0, '2026-11-23 09:10:00'],
    ['nothing while closed is the next opening', '2026-11-22 10:00', 0, '2026-11-23 08:00:00'],
    ['nothing at closing time stays there', '2026-11-20 12:30', 0, '2026-11-20 12:30:00'],
    ['over Christmas and New Year', '2026-12-24 17:30', 60, '2026-12-28 08:30:00'],
    ['over the turn of the year', '2026-12-31 17:30', 60, '2027-01-04 08:30:00'],
    ['over the weekend the clocks go forward', '2026-03-27 12:00', 60, '2026-03-30 08:30:00'],
    ['over the weekend the clocks go back', '2026-10-23 12:00', 60, '2026-10-26 08:30:00'],
  ])('given %s, answers the wall clock', (_what, from, minutes, expected) => {
    expect(wall(city.add(berlin(from), minutes))).toBe(expected)
  })

  test('given a night service on the days the clocks change, counts real hours', () => {
    const night = always()
    expect(wall(night.add(berlin('2026-03-29 01:00'), 60))).toBe('2026-03-29 03:00:00')
    expect(wall(night.add(berlin('2026-10-25 01:00'), 180))).toBe('2026-10-25 03:00:00')
  })

  test('given a year of service hours, goes on past the search limit of one gap', () => {
    expect(wall(city.add(berlin('2026-01-05 08:00'), 60 * 4000))).toMatch(/^2028-/)
  })

  test.each([-1, Number.NaN, Infinity])('given %s minutes, throws RangeError', (minutes) => {
    expect(() => city.add(0, minutes)).toThrow(RangeError)
  })
})

describe('between', () => {
  test.each([
    ['over the weekend', '2026-11-20 12:00', '2026-11-23 09:00', 90],
    ['within a closed time', '2026-11-21 10:00', '2026-11-22 10:00', 0],
    ['a whole week', '2026-11-16 00:00', '2026-11-23 00:00', 3 * 420 + 480 + 270],
    ['backwards', '2026-11-23 09:00', '2026-11-20 12:00', -90],
  ])('given %s, answers the service minutes', (_what, from, to, minutes) => {
    expect(city.between(berlin(from), new Date(berlin(to)))).toBe(minutes * 60_000)
  })

  test('given the days the clocks change, a round-the-clock service has 23 and 25 hours', () => {
    const night = always()
    const hours = (from: string, to: string) => night.between(berlin(from), berlin(to)) / 3_600_000
    expect(hours('2026-03-29 00:00', '2026-03-30 00:00')).toBe(23)
    expect(hours('2026-10-25 00:00', '2026-10-26 00:00')).toBe(25)
  })
})

describe('openings', () => {
  test('given dates, answers their openings and why they are closed', () => {
    expect(city.openingsOn('2026-11-26').map(span)).toEqual([
      '2026-11-26 09:00-12:30',
      '2026-11-26 13:30-18:00',
    ])
    expect(city.openingsOn('2026-11-27')).toEqual([])
    expect(city.closedBecause('2026-11-27')).toBe('Brückentag')
    expect(city.closedBecause('2026-12-25')).toBe('1. Weihnachtstag')
    expect(city.closedBecause('2026-11-28')).toBeNull()
  })

  test.each([
    ['2026-11-23 07:59', false, '2026-11-23 08:00-12:30', null],
    ['2026-11-23 08:00', true, '2026-11-23 08:00-12:30', '2026-11-23 12:30:00'],
    ['2026-11-23 12:29', true, '2026-11-23 13:30-16:00', '2026-11-23 12:30:00'],
    ['2026-11-23 12:30', false, '2026-11-23 13:30-16:00', null],
    ['2026-11-26 18:00', false, '2026-11-30 08:00-12:30', null],
    ['2026-12-31 23:30', false, '2027-01-04 08:00-12:30', null],
  ])('given %s: open %s, next opening %s, closes %s', (at, open, next, closes) => {
    expect(city.isOpen(berlin(at))).toBe(open)
    expect(span(city.nextOpening(berlin(at)))).toBe(next)
    expect(wall(city.closesAt(berlin(at)))).toBe(closes)
  })

  test('given a moment just after midnight, dateOf is the local date', () => {
    expect(city.dateOf(Date.UTC(2026, 6, 1, 22, 0))).toBe('2026-07-02')
    expect(city.dateOf(Date.UTC(2026, 11, 31, 22, 59, 59))).toBe('2026-12-31')
    expect(city.dateOf(Date.UTC(2026, 11, 31, 23, 0))).toBe('2027-01-01')
  })

  test('given openings that touch over midnight, closesAt is the end of the last', () => {
    expect(wall(always([5, 6]).closesAt(berlin('2026-11-27 10:00')))).toBe('2026-11-29 00:00:00')
    expect(always().closesAt(berlin('2026-11-27 10:00'))).toBeNull()
  })

  test('given an opening in the hour the clocks skip, it moves forward and is counted once', () => {
    const hours = new ServiceHours({
      timeZone,
      week: [
        { weekday: 7, opens: '01:00', closes: '02:30' },
        { weekday: 7, opens: '03:00', closes: '04:00' },
      ],
      closed: () => null,
    })
    expect(hours.openingsOn('2026-03-29').map(span)).toEqual([
      '2026-03-29 01:00-03:30',
      '2026-03-29 03:30-04:00',
    ])
  })

  test('given a city that never opens, searches end and answer nothing', () => {
    expect(never.nextOpening(0)).toBeNull()
    expect(never.add(0, 1)).toBeNull()
    expect(never.closesAt(0)).toBeNull()
    expect(never.windows(0, { count: 3 })).toEqual([])
    expect(never.between(0, berlin('1971-01-01 00:00'))).toBe(0)
  })

  test.each(['2026-02-30', '2026-13-01', '27.11.2026', ''])('given %j instead of a date, throws', (date) => {
    expect(() => city.openingsOn(date)).toThrow(RangeError)
  })

  test('given an impossible week or zone, throws at once', () => {
    const opening = { weekday: 1, opens: '12:00', closes: '08:00' }
    expect(() => new ServiceHours({ timeZone, week: [opening], closed })).toThrow(/week\[0\]\.closes/)
    expect(() => new ServiceHours({ timeZone: 'Lünen', week, closed })).toThrow(RangeError)
  })
})

describe('windows', () => {
  test('given a Monday before opening, pieces lie on full hours and keep the short ends', () => {
    expect(city.windows(berlin('2026-11-23 07:00'), { count: 9 }).map(span)).toEqual([
      '2026-11-23 08:00-09:00',
      '2026-11-23 09:00-10:00',
      '2026-11-23 10:00-11:00',
      '2026-11-23 11:00-12:00',
      '2026-11-23 12:00-12:30',
      '2026-11-23 13:30-14:00',
      '2026-11-23 14:00-15:00',
      '2026-11-23 15:00-16:00',
      '2026-11-24 08:00-09:00',
    ])
  })

  test('given a moment inside a window, begins with the next and skips closed days', () => {
    expect(city.windows(berlin('2026-11-26 16:20'), { count: 2 }).map(span)).toEqual([
      '2026-11-26 17:00-18:00',
      '2026-11-30 08:00-09:00',
    ])
  })

  test('given until, leaves out what ends later', () => {
    const until = berlin('2026-11-23 09:30')
    expect(city.windows(berlin('2026-11-23 08:00'), { until }).map(span)).toEqual(['2026-11-23 08:00-09:00'])
    expect(city.windows(berlin('2026-11-28 08:00'), { until: berlin('2026-11-29 20:00') })).toEqual([])
  })

  test('given 30 minutes, cuts at half hours', () => {
    expect(city.windows(berlin('2026-11-23 11:30'), { count: 3 }, 30).map(span)).toEqual([
      '2026-11-23 11:30-12:00',
      '2026-11-23 12:00-12:30',
      '2026-11-23 13:30-14:00',
    ])
  })

  test.each([
    ['forward', '2026-03-29', ['00:00-01:00', '01:00-03:00', '03:00-04:00']],
    ['back', '2026-10-25', ['00:00-01:00', '01:00-02:00', '02:00-02:00', '02:00-03:00', '03:00-04:00']],
  ])('given a night the clocks go %s, pieces stay one real hour', (_what, date, expected) => {
    const range = { until: berlin(`${date} 04:00`) }
    const pieces = always().windows(berlin(`${date} 00:00`), range)
    expect(pieces.map((piece) => span(piece)?.slice(11))).toEqual(expected)
    expect(pieces.every((piece) => piece.end - piece.start === 3_600_000)).toBe(true)
  })

  test.each([0, 45, 90, -60, Number.NaN])('given %s minutes, throws RangeError', (minutes) => {
    expect(() => city.windows(0, { count: 1 }, minutes)).toThrow(RangeError)
  })
})
