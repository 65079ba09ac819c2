import { describe, expect, test } from 'vitest'
import { minuteOfDay, weekProblems } from './serviceWeek.ts'

const morning = { weekday: 1, opens: '08:00', closes: '12:30' }

describe('weekProblems', () => {
  test('given openings that touch and one until midnight, finds nothing', () => {
    const week = [morning, { ...morning, opens: '12:30', closes: '24:00' }, { ...morning, weekday: 7 }]
    expect(weekProblems(week)).toEqual([])
  })

  test.each([
    [{ weekday: 0 }, 'weekday', 'Bitte wählen Sie einen Wochentag von Montag bis Sonntag.'],
    [{ weekday: 8 }, 'weekday', 'Bitte wählen Sie einen Wochentag von Montag bis Sonntag.'],
    [{ opens: '8:00' }, 'opens', '„8:00“ ist keine Uhrzeit. Bitte so eingeben: 08:00.'],
    [{ opens: '' }, 'opens', 'Bitte geben Sie eine Uhrzeit ein, zum Beispiel 08:00.'],
    [{ closes: '24:01' }, 'closes', '„24:01“ ist keine Uhrzeit. Bitte so eingeben: 08:00.'],
    [{ closes: '08:00' }, 'closes', 'Das Ende muss nach dem Beginn um 08:00 Uhr liegen.'],
    [{ closes: '07:30' }, 'closes', 'Das Ende muss nach dem Beginn um 08:00 Uhr liegen.'],
  ])('given %j, tells the field %s: %s', (change, field, message) => {
    expect(weekProblems([{ ...morning, ...change }])).toEqual([{ index: 0, field, message }])
  })

  test('given two openings of a day that overlap, tells the later entry', () => {
    expect(
      weekProblems([morning, { ...morning, weekday: 2 }, { ...morning, opens: '12:00', closes: '16:00' }]),
    ).toEqual([
      { index: 2, field: 'opens', message: 'Diese Zeit überschneidet sich mit Montag, 08:00 bis 12:30 Uhr.' },
    ])
  })

  test('given several wrong fields, tells all of them', () => {
    expect(weekProblems([{ weekday: 9, opens: 'früh', closes: 'spät' }]).map((p) => p.field)).toEqual([
      'weekday',
      'opens',
      'closes',
    ])
  })
})

test.each([
  ['00:00', 0],
  ['08:30', 510],
  ['23:59', 1439],
  ['24:00', 1440],
  ['24:30', null],
  ['8:00', null],
  ['08:60', null],
  ['', null],
])('given %j, minuteOfDay answers %s', (time, expected) => {
  expect(minuteOfDay(time)).toBe(expected)
})
