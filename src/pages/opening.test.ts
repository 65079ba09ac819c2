import { describe, expect, it } from 'vitest'
import { ServiceHours } from '../shared/serviceHours.ts'
import { nextDays, openingState } from './opening.ts'

const hours = new ServiceHours({
  timeZone: 'Europe/Berlin',
  week: [
    { weekday: 1, opens: '08:00', closes: '12:30' },
    { weekday: 1, opens: '13:30', closes: '16:00' },
    { weekday: 5, opens: '08:00', closes: '12:30' },
  ],
  closed: (date) => (date === '2026-11-27' ? 'Brückentag' : null),
})
/** Monday 23 November 2026 is the first Monday here; November is UTC+1. */
const at = (time: string) => new Date(`2026-11-${time}+01:00`)

describe('openingState', () => {
  it.each([
    ['23T09:00', 'Jetzt offen, heute bis 12:30 Uhr', true],
    ['23T12:30', 'Geschlossen, wieder heute ab 13:30 Uhr', false],
    ['22T20:00', 'Geschlossen, wieder morgen ab 8 Uhr', false],
    ['21T20:00', 'Geschlossen, wieder am Montag ab 8 Uhr', false],
    ['23T16:00', 'Geschlossen, wieder am Montag, 30. November ab 8 Uhr', false],
  ] as const)('given 2026-11-%s, says "%s"', (time, text, open) => {
    expect(openingState(hours, at(time), 'de')).toEqual({ open, text })
  })

  it('given English and plain German, says the same in their words', () => {
    expect(openingState(hours, at('23T09:00'), 'en').text).toBe('Open now, until 12:30 today')
    expect(openingState(hours, at('23T12:30'), 'en').text).toBe('Closed, opens again today at 13:30')
    expect(openingState(hours, at('23T14:00'), 'einfach').text).toBe('Jetzt offen. Heute bis 16 Uhr.')
  })

  it('given a city that never opens, says so without a date', () => {
    const never = new ServiceHours({ timeZone: 'Europe/Berlin', week: [], closed: () => null })
    expect(openingState(never, at('23T09:00'), 'de').text).toBe('Bis auf Weiteres geschlossen')
  })

  it('given a city that never closes, says open without an end', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }))
    const always = new ServiceHours({ timeZone: 'Europe/Berlin', week, closed: () => null })
    expect(openingState(always, at('23T09:00'), 'de')).toEqual({ open: true, text: 'Jetzt offen' })
  })
})

describe('nextDays', () => {
  it('given a bridge day in the week, shows it with its reason', () => {
    const days = nextDays(hours, at('23T09:00'), 7, 'de')
    expect(days[0]).toEqual({
      date: '2026-11-23',
      day: 'Montag, 23. November',
      openings: ['8 bis 12:30 Uhr', '13:30 bis 16 Uhr'],
      closedBecause: null,
    })
    expect(days[4]).toMatchObject({ openings: [], closedBecause: 'Brückentag' })
    expect(days).toHaveLength(7)
  })
})
