import { describe, expect, test } from 'vitest'
import { awayOf, putAwayFaults } from './awayRule.ts'

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour))
const away = { answeredAt: null, dueAt: at(20), remindedFor: null, putAwayUntil: at(12) }

describe('a report that was put away', () => {
  test.each([
    ['before its day', away, at(11), 'away'],
    ['as its day begins', away, at(12), 'back'],
    ['when its time is nearly over', { ...away, remindedFor: at(20) }, at(11), 'back'],
    ['when it was reminded of an earlier time', { ...away, remindedFor: at(19) }, at(11), 'away'],
    ['when it is overdue', { ...away, dueAt: at(10) }, at(11), 'back'],
    ['when it is answered', { ...away, answeredAt: at(10) }, at(11), null],
    ['when it was not', { ...away, putAwayUntil: null }, at(11), null],
  ] as const)('%s', (_, report, now, expected) => {
    expect(awayOf(report, now)).toBe(expected)
  })
})

describe('putting away', () => {
  const reason = 'Der Bauhof kommt am Freitag.'
  test.each([
    [{ day: '2026-11-24', reason }, {}],
    [{ day: '2027-11-23', reason }, {}],
    [{ day: null, reason }, { day: 'Bitte nennen Sie den Tag.' }],
    [{ day: '2026-11-23', reason }, { day: 'Bitte nennen Sie einen späteren Tag als heute.' }],
    [{ day: '2027-11-24', reason }, { day: 'Dieser Tag liegt zu weit in der Zukunft (höchstens ein Jahr).' }],
    [{ day: '2026-11-24', reason: '  ' }, { reason: 'Bitte sagen Sie, warum.' }],
  ])('%o', (input, faults) => {
    expect(putAwayFaults(input, '2026-11-23')).toEqual(faults)
  })
})
