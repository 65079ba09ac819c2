import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReminderDue } from './reminderRule.ts'

const ZONE = 'Europe/Berlin'
const at = (local: string): number => Date.parse(local)
/** Thursday, 10:15. */
const START = at('2026-11-26T10:15:00+01:00')
const LONG_AGO = at('2026-11-02T10:00:00+01:00')

describe('isReminderDue', () => {
  test.each([
    ['two days before at nine', '2026-11-24T09:00:00+01:00', true],
    ['a minute too early', '2026-11-24T08:59:00+01:00', false],
    ['the evening of that day', '2026-11-24T19:00:00+01:00', false],
    ['the next day, because nothing ran', '2026-11-25T09:00:00+01:00', true],
    ['the night before', '2026-11-25T23:00:00+01:00', false],
    ['the same morning', '2026-11-26T09:00:00+01:00', false],
  ])('given %s, says %s', (_when, now, expected) => {
    expect(isReminderDue({ start: START, heardAt: LONG_AGO }, 2, ZONE, at(now))).toBe(expected)
  })

  test('given somebody who booked the day before, says no', () => {
    const heardAt = at('2026-11-23T12:00:00+01:00')
    expect(isReminderDue({ start: START, heardAt }, 2, ZONE, at('2026-11-24T12:00:00+01:00'))).toBe(false)
  })

  test('given a city without reminders, says no', () => {
    expect(isReminderDue({ start: START, heardAt: LONG_AGO }, 0, ZONE, at('2026-11-24T12:00:00+01:00'))).toBe(
      false,
    )
  })

  test('given a clock change in between, nine is nine', () => {
    const start = at('2027-03-29T10:00:00+02:00')
    const due = (now: string): boolean => isReminderDue({ start, heardAt: LONG_AGO }, 2, ZONE, at(now))
    expect(due('2027-03-27T08:59:00+01:00')).toBe(false)
    expect(due('2027-03-27T09:00:00+01:00')).toBe(true)
  })

  test('given any moment, nobody is reminded at night or less than twelve hours before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20 * 1440, max: 60 }),
        fc.integer({ min: 0, max: 14 }),
        (minutes, days) => {
          const now = START + minutes * 60_000
          if (!isReminderDue({ start: START, heardAt: 0 }, days, ZONE, now)) return true
          const hour = Number(
            new Intl.DateTimeFormat('de-DE', { hour: 'numeric', hourCycle: 'h23', timeZone: ZONE })
              .format(now)
              .slice(0, 2),
          )
          return hour >= 9 && hour < 19 && START - now >= 12 * 3_600_000
        },
      ),
    )
  })
})
