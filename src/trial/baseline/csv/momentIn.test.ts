import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { momentIn } from './momentIn.ts'

const ZONE = 'Europe/Berlin'
const iso = (at: number | string) => (typeof at === 'number' ? new Date(at).toISOString() : at)

describe('a moment in a file', () => {
  test.each([
    ['2020-08-31 09:00:12', 'iso', '2020-08-31T07:00:12.000Z'],
    ['2020-08-31T09:00', 'iso', '2020-08-31T07:00:00.000Z'],
    ['2020-08-31 09:00:12.250', 'iso', '2020-08-31T07:00:12.000Z'],
    ['2020-08-31T09:00:12Z', 'iso', '2020-08-31T09:00:12.000Z'],
    ['2020-08-31T09:00:12-0500', 'iso', '2020-08-31T14:00:12.000Z'],
    ['31.8.2020 9:05', 'german', '2020-08-31T07:05:00.000Z'],
    ['31.08.2020, 09:05:06 Uhr', 'german', '2020-08-31T07:05:06.000Z'],
    ['8/31/2020 12:05 AM', 'american', '2020-08-30T22:05:00.000Z'],
    ['8/31/2020 1:05 pm', 'american', '2020-08-31T11:05:00.000Z'],
    ['1598857212', 'unix', '2020-08-31T07:00:12.000Z'],
    ['1598857212000', 'unix', '2020-08-31T07:00:12.000Z'],
    // Two clocks a year: an hour that there never was, one that there was twice, and the ones around.
    ['2020-03-29 02:30', 'iso', 'unclear-hour'],
    ['2020-03-29 03:00', 'iso', '2020-03-29T01:00:00.000Z'],
    ['2020-10-25 02:30', 'iso', 'unclear-hour'],
    ['2020-10-25 01:59', 'iso', '2020-10-24T23:59:00.000Z'],
    ['2020-10-25 03:00', 'iso', '2020-10-25T02:00:00.000Z'],
    ['2020-10-25T02:30:00+02:00', 'iso', '2020-10-25T00:30:00.000Z'],
    ['31.8.2020', 'german', 'unreadable'],
    ['30.2.2020 9:00', 'german', 'unreadable'],
    ['13/1/2020 9:00', 'american', 'unreadable'],
    ['2020-08-31 24:00', 'iso', 'unreadable'],
    ['gestern', 'iso', 'unreadable'],
    ['', 'unix', 'unreadable'],
  ] as const)('given %s (%s), is %s', (text, form, expected) =>
    expect(iso(momentIn(text, form, ZONE))).toBe(expected),
  )

  test('given any local time, is the moment at which the clock showed it, or told to be unclear', () => {
    const seconds = fc.integer({ min: Date.UTC(2019, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 })
    fc.assert(
      fc.property(seconds, (at) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(at * 1000)
          .toZonedDateTimeISO(ZONE)
          .toPlainDateTime()
        const found = momentIn(shown.toString().replace('T', ' '), 'iso', ZONE)
        const back = found === 'unclear-hour' ? 'unclear-hour' : Number(found) / 1000
        const twice =
          shown.toZonedDateTime(ZONE, { disambiguation: 'earlier' }).epochMilliseconds !==
          shown.toZonedDateTime(ZONE, { disambiguation: 'later' }).epochMilliseconds
        expect(back).toBe(twice ? 'unclear-hour' : at)
      }),
      { numRuns: 300 },
    )
  })
})
