import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { shortWindow, spokenAgo, spokenDuration, spokenWindow } from './germanTime.ts'

const timeZone = 'Europe/Berlin'
const berlin = (text: string) =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(timeZone).epochMilliseconds
const now = berlin('2026-11-25 09:00')
const range = (start: string, end: string) => ({ start: berlin(start), end: berlin(end) })

describe('given a window on Wednesday, 25 November, at nine', () => {
  test.each([
    ['2026-11-25 14:00', '2026-11-25 15:00', 'heute zwischen 14 und 15 Uhr', 'today between 14:00 and 15:00'],
    ['2026-11-26 08:00', '2026-11-26 09:00', 'morgen zwischen 8 und 9 Uhr', 'tomorrow between 8:00 and 9:00'],
    [
      '2026-11-24 08:00',
      '2026-11-24 09:00',
      'gestern zwischen 8 und 9 Uhr',
      'yesterday between 8:00 and 9:00',
    ],
    [
      '2026-11-30 12:00',
      '2026-11-30 12:30',
      'am Montag, 30. November, zwischen 12 Uhr und 12:30 Uhr',
      'on Monday 30 November between 12:00 and 12:30',
    ],
    [
      '2026-11-27 13:30',
      '2026-11-27 14:00',
      'am Freitag, 27. November, zwischen 13:30 Uhr und 14 Uhr',
      'on Friday 27 November between 13:30 and 14:00',
    ],
    [
      '2027-01-04 08:00',
      '2027-01-04 09:00',
      'am Montag, 4. Januar 2027, zwischen 8 und 9 Uhr',
      'on Monday 4 January 2027 between 8:00 and 9:00',
    ],
    ['2026-11-25 23:00', '2026-11-26 00:00', 'heute zwischen 23 und 24 Uhr', 'today between 23:00 and 24:00'],
    [
      '2026-11-25 16:00',
      '2026-11-27 09:30',
      'von heute, 16 Uhr, bis Freitag, 27. November, 9:30 Uhr',
      'from today, 16:00, to Friday 27 November, 9:30',
    ],
  ])('%s to %s is spoken as %s', (start, end, german, english) => {
    expect(spokenWindow(range(start, end), now, timeZone)).toBe(german)
    expect(spokenWindow(range(start, end), new Date(now), timeZone, 'en')).toBe(english)
  })

  test.each([
    ['2026-11-25 14:00', '2026-11-25 15:00', 'heute 14–15 Uhr', 'today 14:00–15:00'],
    ['2026-11-30 12:00', '2026-11-30 12:30', 'Mo, 30.11., 12–12:30 Uhr', 'Mon 30 Nov, 12:00–12:30'],
  ])('%s to %s is written short as %s', (start, end, german, english) => {
    expect(shortWindow(range(start, end), now, timeZone)).toBe(german)
    expect(shortWindow(range(start, end), now, timeZone, 'en')).toBe(english)
  })
})

test('given moments around midnight and the night the clocks change, heute and morgen are the city calendar', () => {
  const window = range('2026-10-26 08:00', '2026-10-26 09:00')
  const say = (at: string) => spokenWindow(window, berlin(at), timeZone)
  expect(say('2026-10-24 23:59')).toBe('am Montag, 26. Oktober, zwischen 8 und 9 Uhr')
  expect(say('2026-10-25 00:00')).toBe('morgen zwischen 8 und 9 Uhr')
  expect(say('2026-10-25 23:59')).toBe('morgen zwischen 8 und 9 Uhr')
  expect(say('2026-10-26 00:00')).toBe('heute zwischen 8 und 9 Uhr')
})

describe('spokenAgo', () => {
  test.each([
    [0, 'gerade eben', 'just now'],
    [59, 'gerade eben', 'just now'],
    [60, 'vor einer Minute', 'a minute ago'],
    [6 * 60 + 40, 'vor 6 Minuten', '6 minutes ago'],
    [3600, 'vor einer Stunde', 'an hour ago'],
    [23 * 3600, 'vor 23 Stunden', '23 hours ago'],
    [24 * 3600, 'vor einem Tag', 'a day ago'],
    [72 * 3600, 'vor 3 Tagen', '3 days ago'],
    [-30, 'gerade eben', 'just now'],
    [-120, 'in 2 Minuten', 'in 2 minutes'],
  ])('given %s seconds, says %s', (seconds, german, english) => {
    expect(spokenAgo(now - seconds * 1000, now)).toBe(german)
    expect(spokenAgo(now - seconds * 1000, now, 'en')).toBe(english)
  })
})

test.each([
  [0, '0:00'],
  [42_999, '0:42'],
  [130_000, '2:10'],
  [3_599_000, '59:59'],
  [3_730_000, '1:02:10'],
  [-5000, '0:00'],
])('given %s ms, spokenDuration shows %s', (ms, expected) => {
  expect(spokenDuration(ms)).toBe(expected)
})
