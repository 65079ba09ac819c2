import { Temporal } from 'temporal-polyfill'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesBetween, dayClockOf, instantOf, minuteOf, minuteOfWall, wallOfMinute } from './dayClock.ts'

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'America/Sao_Paulo',
  'UTC',
]
const dates = [
  ...datesBetween('2026-03-26', '2026-04-06'),
  ...datesBetween('2026-10-01', '2026-11-02'),
  ...datesBetween('2018-11-02', '2018-11-06'),
  '2028-02-29',
]

test.each([
  ['2027-03-15', 1440],
  ['2027-03-28', 1380],
  ['2027-10-31', 1500],
] as const)('given %s in Berlin, the day has %i minutes', (date, minutes) => {
  expect(dayClockOf('Europe/Berlin', date).minutes).toBe(minutes)
})

test.each([
  ['2027-03-28', '07:00', 'morning after the clocks went forward', '2027-03-28T05:00:00Z'],
  ['2027-10-31', '07:00', 'morning after the clocks went back', '2027-10-31T06:00:00Z'],
  ['2027-03-28', '02:30', 'time that does not exist', '2027-03-28T01:00:00Z'],
  ['2027-10-31', '02:30', 'time that exists twice', '2027-10-31T00:30:00Z'],
  ['2027-10-31', '24:00', 'end of the long day', '2027-10-31T23:00:00Z'],
  ['2028-02-29', '08:00', 'leap day', '2028-02-29T07:00:00Z'],
] as const)('given %s %s, %s', (date, time, _what, instant) => {
  const wall = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const clock = dayClockOf('Europe/Berlin', date)
  expect(new Date(instantOf(clock, minuteOfWall(clock, wall)))).toEqual(new Date(instant))
})

test.each(['2027-02-29', '2027-13-01', '27-01-01', ''])('given %j, it is refused as no date', (date) => {
  expect(() => dayClockOf('Europe/Berlin', date)).toThrow(RangeError)
})

describe('given any zone, also around clock changes at any hour', () => {
  test('every minute of the day shows what the zone shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...dates), fc.nat(1499), (zone, date, n) => {
        const clock = dayClockOf(zone, date)
        const minute = n % clock.minutes
        const at = instantOf(clock, minute)
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
        expect(local.toPlainDate().toString()).toBe(date)
        expect(wallOfMinute(clock, minute)).toBe(local.hour * 60 + local.minute)
        expect(minuteOf(clock, at)).toBe(minute)
      }),
    )
  })

  test('a later wall clock time is never an earlier moment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...dates), fc.nat(1439), (zone, date, wall) => {
        const clock = dayClockOf(zone, date)
        expect(minuteOfWall(clock, wall + 1)).toBeGreaterThanOrEqual(minuteOfWall(clock, wall))
      }),
    )
  })
})
