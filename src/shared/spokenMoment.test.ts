import { describe, expect, test } from 'vitest'
import { aloudMoment, shortMoment, spokenMoment } from './spokenMoment.ts'

const ZONE = 'Europe/Berlin'
const NOW = Date.parse('2026-11-23T08:00:00Z')

describe('a moment in words', () => {
  test.each([
    ['2026-11-23T09:15:00Z', 'heute um 10:15 Uhr', 'heute um 10 Uhr 15', 'today at 10:15'],
    ['2026-11-24T09:00:00Z', 'morgen um 10 Uhr', 'morgen um 10 Uhr', 'tomorrow at 10:00'],
    [
      '2026-11-26T09:15:00Z',
      'am Donnerstag, 26. November, um 10:15 Uhr',
      'am Donnerstag, dem 26. November, um 10 Uhr 15',
      'on Thursday 26 November at 10:15',
    ],
    [
      '2027-01-04T07:05:00Z',
      'am Montag, 4. Januar 2027, um 8:05 Uhr',
      'am Montag, dem 4. Januar 2027, um 8 Uhr 5',
      'on Monday 4 January 2027 at 8:05',
    ],
    [
      '2026-11-22T09:15:00Z',
      'am Sonntag, 22. November, um 10:15 Uhr',
      'am Sonntag, dem 22. November, um 10 Uhr 15',
      'on Sunday 22 November at 10:15',
    ],
  ])('given %s, says %s', (at, written, aloud, english) => {
    const start = Date.parse(at)
    expect(spokenMoment(start, NOW, ZONE)).toBe(written)
    expect(aloudMoment(start, NOW, ZONE)).toBe(aloud)
    expect(spokenMoment(start, NOW, ZONE, 'en')).toBe(english)
  })

  test('given a list, day and clock stand apart', () => {
    expect(shortMoment(Date.parse('2026-11-26T09:15:00Z'), NOW, ZONE)).toEqual({
      day: 'Do, 26.11.',
      clock: '10:15',
    })
    expect(shortMoment(Date.parse('2026-11-23T09:05:00Z'), NOW, ZONE)).toEqual({
      day: 'heute',
      clock: '10:05',
    })
  })

  test('given a day on which the clock was changed, counts calendar days', () => {
    const saturday = Date.parse('2027-03-27T22:30:00Z')
    expect(spokenMoment(Date.parse('2027-03-28T06:00:00Z'), saturday, ZONE)).toBe('morgen um 8 Uhr')
  })
})
