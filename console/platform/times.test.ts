import { expect, test } from 'vitest'
import { dateInWords, momentOf, secondsOf } from './times.ts'

const now = Date.parse('2026-11-23T08:00:00Z')
const zone = 'Europe/Berlin'

test.each([
  ['2026-11-23T07:05:00Z', '08:05'],
  ['2026-11-22T22:30:00Z', 'gestern, 23:30'],
  ['2026-11-20T08:00:00Z', 'Fr., 20.11., 09:00'],
  ['2025-12-30T08:00:00Z', 'Di., 30.12.2025, 09:00'],
])('given %s, says %s', (at, said) => {
  expect(momentOf(at, now, zone)).toBe(said)
})

test('given a calendar date, says it in words in every time zone', () => {
  expect(dateInWords('2026-11-27')).toBe('Freitag, 27. November 2026')
})

test('given milliseconds, says seconds with one decimal', () => {
  expect(secondsOf(9440)).toBe('9,4 s')
})
