import { expect, test } from 'vitest'
import { hoursInWords, patternInWords, weekdaysInWords } from './shiftWords.ts'

test.each([
  ['three in a row', [1, 2, 3], 'Mo–Mi'],
  ['two in a row', [1, 2], 'Mo, Di'],
  ['days apart', [5, 1, 3], 'Mo, Mi, Fr'],
  ['one', [7], 'So'],
  ['none', [], ''],
])('given %s, the weekdays are said short', (_what, weekdays, expected) => {
  expect(weekdaysInWords(weekdays)).toBe(expected)
})

test('given a pattern, it is said when it counts', () => {
  const weekly = {
    kind: 'weekly' as const,
    weekdays: [1, 2, 3, 4],
    everyWeeks: 2,
    from: '2026-12-01',
    until: null,
  }
  expect(patternInWords(weekly)).toBe('Mo–Do, alle 2 Wochen, ab 1.12.2026')
  expect(patternInWords({ ...weekly, everyWeeks: 1, until: '2027-01-31' })).toBe(
    'Mo–Do, jede Woche, ab 1.12.2026, bis 31.1.2027',
  )
  expect(patternInWords({ kind: 'day', date: '2026-12-24' })).toBe('nur am 24.12.2026')
})

test('given breaks, they are said with the hours', () => {
  expect(hoursInWords({ opens: 480, closes: 1440, breaks: [{ from: 720, to: 750 }] })).toBe(
    '08:00–24:00 Uhr, Pause 12:00–12:30 Uhr',
  )
})
