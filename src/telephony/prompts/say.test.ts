import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCaseNumber } from '../../shared/caseNumber.ts'
import { callerNumber } from '../../shared/callerNumber.ts'
import { spokenFrom, spokenWindow } from '../../shared/germanTime.ts'
import { promptOf } from './registry.ts'
import { sayCaseNumber, sayCount, sayFrom, sayPhoneNumber, sayWindow } from './say.ts'

const ZONE = 'Europe/Berlin'
const QUARTER = 900_000
const instant = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2049, 0) })
  .map((ms) => ms - (ms % QUARTER))
const lang = fc.constantFrom('de' as const, 'en' as const)
const aloud = (names: readonly string[], language: 'de' | 'en'): string =>
  names.map((name) => promptOf(name, language)?.text ?? `<${name}>`).join(' ')

test('given any window and moment, every word of it has a prompt', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 96 }), instant, lang, (now, quarters, start, language) => {
      const window = { start, end: start + quarters * QUARTER }
      const said = [...sayWindow(window, now, ZONE, language), ...sayFrom(start, now, ZONE, language)]
      expect(said.filter((name) => !promptOf(name, language))).toEqual([])
    }),
  )
})

test('given a window without minutes in this year, it is said word by word as it is written', () => {
  const now = Date.parse('2026-11-23T09:00:00+01:00')
  const window = { start: now + 5 * 3_600_000, end: now + 6 * 3_600_000 }
  expect(spokenWindow(window, now, ZONE)).toBe('heute zwischen 14 und 15 Uhr')
  expect(aloud(sayWindow(window, now, ZONE, 'de'), 'de')).toBe('heute zwischen vierzehn und fünfzehn Uhr')
  expect(aloud(sayWindow(window, now, ZONE, 'en'), 'en')).toBe(
    "today between fourteen o'clock and fifteen o'clock",
  )
})

test.each([
  [
    '2026-11-30T12:00:00+01:00',
    '2026-11-30T12:30:00+01:00',
    'am Montag dreißigsten November zwischen zwölf Uhr und zwölf Uhr dreißig',
  ],
  ['2026-11-24T00:00:00+01:00', '2026-11-24T01:00:00+01:00', 'morgen zwischen null und ein Uhr'],
  [
    '2027-01-07T08:00:00+01:00',
    '2027-01-07T09:00:00+01:00',
    'am Donnerstag siebten Januar zweitausend siebenundzwanzig zwischen acht und neun Uhr',
  ],
])('given the window from %s to %s, says %s', (start, end, said) => {
  const now = Date.parse('2026-11-23T09:00:00+01:00')
  const window = { start: Date.parse(start), end: Date.parse(end) }
  expect(aloud(sayWindow(window, now, ZONE, 'de'), 'de')).toBe(said)
})

test('given the next opening, says from when on', () => {
  const now = Date.parse('2026-11-22T20:00:00+01:00')
  const opens = Date.parse('2026-11-23T08:00:00+01:00')
  expect(spokenFrom(opens, now, ZONE)).toBe('morgen ab 8 Uhr')
  expect(aloud(sayFrom(opens, now, ZONE, 'de'), 'de')).toBe('morgen ab acht Uhr')
  expect(aloud(sayFrom(opens, now, ZONE, 'en'), 'en')).toBe("tomorrow from eight o'clock")
})

test('given a telephone number, reads it back digit by digit as one dials it', () => {
  const number = callerNumber('+491725566445')
  expect(number && aloud(sayPhoneNumber(number), 'de')).toBe(
    'null eins sieben zwo fünf fünf sechs sechs vier vier fünf',
  )
})

test('given any case number and any count, every part has a prompt', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), fc.nat({ max: 900 }), lang, (random, count, language) => {
      const number = makeCaseNumber('LU', (n) => random.next().value % n)
      const said = [...sayCaseNumber(number), ...sayCount(count)]
      expect(said.filter((name) => !promptOf(name, language))).toEqual([])
    }),
  )
})
