import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceHours } from '../../../shared/serviceHours.ts'
import { weeks } from '../../../shared/serviceWeek.testkit.ts'
import { hoursWords, openingWords } from './message.ts'

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }))
const hoursOf = (week = WEEK) => new ServiceHours({ timeZone: 'Europe/Berlin', week, closed: () => null })
const monday = (clock: string) => new Date(`2026-11-23T${clock}:00+01:00`)
const seconds = (at: Date) => at.getTime() / 1_000

describe('why nobody answers', () => {
  const NOON = monday('12:00')
  const EVENING = monday('18:00')
  const TUESDAY = seconds(new Date('2026-11-24T08:00:00+01:00'))
  const closed = { state: 'closed', endsAt: monday('14:00') } as const
  const closedForGood = { state: 'closed', endsAt: null } as const
  const open = { state: 'open', endsAt: null } as const
  const never = hoursOf([])

  test.each([
    ['in the service hours', hoursOf(), null, NOON, 'stoerung', null],
    ['outside them', hoursOf(), null, EVENING, 'geschlossen', TUESDAY],
    ['on a line that a lead closed', hoursOf(), closed, NOON, 'nicht-besetzt', seconds(monday('14:00'))],
    ['on a line closed until further notice', hoursOf(), closedForGood, NOON, 'nicht-besetzt', null],
    ['on a closed line outside the hours', hoursOf(), closedForGood, EVENING, 'geschlossen', TUESDAY],
    ['on a line that a lead opened', hoursOf(), open, EVENING, 'stoerung', null],
    ['in a city without hours', never, null, NOON, 'nicht-besetzt', null],
  ] as const)(
    'given a call %s, says so for as long as it holds',
    (_what, hours, decision, now, name, until) => {
      expect(openingWords(hours, decision, now)).toEqual({ prompt: `freizeichen/${name}`, until })
    },
  )
})

describe('the hours', () => {
  test('given a week, are built-in announcements in one chain, good-bye last', () => {
    expect(hoursWords(WEEK).split('&')).toEqual(
      'unsere-servicezeiten montag bis freitag von zahl-8 uhr bis zahl-16 uhr auf-wiederhoeren'
        .split(' ')
        .map((name) => `freizeichen/${name}`),
    )
  })

  test('given none, are good-bye alone', () => {
    expect(hoursWords([])).toBe('freizeichen/auf-wiederhoeren')
  })

  test('given any week with two openings a day, are said and fit into what Asterisk reads', () => {
    fc.assert(
      fc.property(weeks(2), (week) => {
        const said = hoursWords(week)
        expect(said.includes('unsere-servicezeiten')).toBe(week.length > 0)
        expect(encodeURIComponent(said).length).toBeLessThanOrEqual(3_900)
      }),
    )
  })

  test('given a week that Asterisk could not hold, are left out rather than cut off', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      [1, 5, 9, 13, 17].map((hour) => ({
        weekday,
        opens: `${String(hour).padStart(2, '0')}:1${weekday}`,
        closes: `${hour + 2 < 10 ? '0' : ''}${hour + 2}:2${weekday}`,
      })),
    )
    expect(hoursWords(week)).toBe('freizeichen/auf-wiederhoeren')
  })
})
