import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dateTime } from './dateTime.ts'

const ZONES = ['Europe/Berlin', 'UTC', 'America/St_Johns'] as const

test('given any moment, it is the time of the zone in whole seconds, with its offset', () => {
  const at = fc.date({ min: new Date('1995-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(at, fc.constantFrom(...ZONES), (moment, zone) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
        .toZonedDateTimeISO(zone)
        .toString({ fractionalSecondDigits: 0, timeZoneName: 'never' })
      expect(dateTime(moment, zone)).toBe(expected)
    }),
  )
})

test('given the night in which the clocks change, the hour says which one it is', () => {
  const shown = [
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-03-29T00:59:59Z',
    '2026-03-29T01:00:00Z',
  ]
  expect(shown.map((at) => dateTime(new Date(at), 'Europe/Berlin'))).toEqual([
    '2026-10-25T02:30:00+02:00',
    '2026-10-25T02:30:00+01:00',
    '2026-03-29T01:59:59+01:00',
    '2026-03-29T03:00:00+02:00',
  ])
})
