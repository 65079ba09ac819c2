import { expect, test } from 'vitest'
import { ServiceHours } from '../shared/serviceHours.ts'
import { dayFrom, spokenHours } from './spokenHours.ts'

const week = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '08:00', closes: '12:30' },
  ...(weekday === 5 ? [] : [{ weekday, opens: '13:30', closes: '16:00' }]),
])
const ruled = (closures: readonly string[] = [], openings = week) =>
  new ServiceHours({
    timeZone: 'Europe/Berlin',
    week: openings,
    closed: (date) => (closures.includes(date) ? 'zu' : null),
  })

test.each([
  ['2026-11-23T09:00:00+01:00', 'heute bis 12:30 Uhr, dann wieder ab 13:30 Uhr'],
  ['2026-11-23T13:30:00+01:00', 'heute bis 16 Uhr'],
  ['2026-11-23T06:00:00+01:00', 'wieder heute ab 8 Uhr'],
  ['2026-11-23T16:00:00+01:00', 'wieder morgen ab 8 Uhr'],
  ['2026-11-27T12:30:00+01:00', 'wieder am Montag ab 8 Uhr'],
])('given %s, says „%s“', (now, expected) => {
  expect(spokenHours(ruled(), new Date(now))).toBe(expected)
})

test('given a long closure, says the date of the next opening', () => {
  const closed = ['24', '25', '26', '27', '30'].map((day) => `2026-11-${day}`)
  expect(spokenHours(ruled(closed), new Date('2026-11-23T17:00:00+01:00'))).toBe(
    'wieder am Dienstag, 1. Dezember, ab 8 Uhr',
  )
})

test('given no opening at all, says so', () => {
  expect(spokenHours(ruled([], []), new Date('2026-11-23T17:00:00+01:00'))).toBe(
    'bis auf Weiteres geschlossen',
  )
})

test('given an opening from midnight on, says 0', () => {
  const hours = ruled([], [{ weekday: 2, opens: '00:00', closes: '12:00' }])
  expect(spokenHours(hours, new Date('2026-11-23T17:00:00+01:00'))).toBe('wieder morgen ab 0 Uhr')
})

test('given an opening until midnight, says 24', () => {
  const hours = ruled([], [{ weekday: 1, opens: '08:00', closes: '24:00' }])
  expect(spokenHours(hours, new Date('2026-11-23T23:59:00+01:00'))).toBe('heute bis 24 Uhr')
})

test('given opening around the clock, says so', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }))
  expect(spokenHours(ruled([], always), new Date('2026-11-23T10:00:00+01:00'))).toBe('rund um die Uhr')
})

test('given the same weekday of next week, names the date', () => {
  expect(dayFrom('2026-11-23', '2026-11-30')).toBe('am Montag, 30. November,')
})
