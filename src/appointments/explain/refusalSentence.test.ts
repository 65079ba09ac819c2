import { expect, test } from 'vitest'
import { moment, type NotOffered, sentenceOf, type Words } from './refusalSentence.ts'

const TEN = Date.parse('2027-03-15T09:15:00Z')
const HOUR = 3_600_000
const words: Words = {
  start: TEN,
  minutes: 30,
  timeZone: 'Europe/Berlin',
  serviceName: (id) => (id === 'wedding' ? 'Eheschließung' : 'Reisepass'),
  deviceName: () => 'Scanner',
}

test.each([
  [{ kind: 'past' }, 'Diese Zeit ist vorbei.'],
  [{ kind: 'not-bookable', services: ['wedding'] }, 'Dafür kann man keine Termine buchen: Eheschließung.'],
  [
    { kind: 'too-far-ahead', last: '2027-04-01' },
    'So weit voraus vergibt das Büro keine Termine, nur bis Donnerstag, 1. April 2027.',
  ],
  [
    { kind: 'off-grid', gridMinutes: 20 },
    'Termine beginnen hier alle 20 Minuten, und 10:15 Uhr gehört nicht dazu.',
  ],
  [{ kind: 'closed', because: 'Ostermontag' }, 'An diesem Tag ist geschlossen: Ostermontag.'],
  [{ kind: 'closed', because: 'Das Büro zieht um.' }, 'An diesem Tag ist geschlossen: Das Büro zieht um.'],
  [{ kind: 'outside-opening', opens: null, closes: null }, 'An diesem Tag arbeitet dort niemand.'],
  [
    { kind: 'outside-opening', opens: TEN + HOUR, closes: TEN + 3 * HOUR },
    'Um 10:15 Uhr arbeitet dort niemand, nur zwischen 11:15 Uhr und 13:15 Uhr.',
  ],
  [
    { kind: 'outside-opening', opens: TEN - HOUR, closes: TEN + HOUR },
    'Um 10:15 Uhr arbeitet dort niemand: Alle haben Pause.',
  ],
  [
    { kind: 'nobody-able', missing: ['wedding'] },
    'Um 10:15 Uhr ist niemand da, der das darf: Eheschließung.',
  ],
  [
    { kind: 'nobody-able', missing: [] },
    'Um 10:15 Uhr darf niemand alles zusammen: Für jede Leistung ist jemand da, aber keine Person für alle.',
  ],
  [
    { kind: 'crosses-end', until: TEN + HOUR / 4, after: 'break' },
    'Der Termin dauert 30 Minuten, aber um 10:30 Uhr beginnt für alle, die das dürfen, die Pause.',
  ],
  [
    { kind: 'crosses-end', until: TEN + HOUR / 4, after: 'end' },
    'Der Termin dauert 30 Minuten, aber um 10:30 Uhr endet der Dienst derer, die das dürfen.',
  ],
  [
    { kind: 'crosses-end', until: TEN + HOUR / 4, after: 'no-counter' },
    'Der Termin dauert 30 Minuten, aber um 10:30 Uhr ist für die, die das dürfen, kein Schalter mehr da.',
  ],
  [
    { kind: 'not-released', quota: 'web', opens: TEN - 24 * HOUR },
    'Von diesem Tag ist für das Internet noch nicht so viel freigegeben; das ändert sich frühestens am Sonntag, 14. März 2027, 10:15 Uhr.',
  ],
  [
    { kind: 'not-released', quota: 'phone', opens: null },
    'Von diesem Tag ist für das Telefon noch nicht so viel freigegeben.',
  ],
  [
    { kind: 'kept-back', until: TEN - 24 * HOUR },
    'Diese Zeit hat jemand zurückgegeben; das Büro vergibt sie ab Sonntag, 14. März 2027, 10:15 Uhr neu.',
  ],
  [
    { kind: 'device-taken', device: 'scanner', units: 0 },
    'Dieses Büro hat kein Gerät „Scanner“, und die Leistung braucht eines.',
  ],
  [
    { kind: 'device-taken', device: 'scanner', units: 1 },
    'Das Gerät „Scanner“ ist dann belegt; das Büro hat nur eines.',
  ],
  [{ kind: 'device-taken', device: 'scanner', units: 2 }, 'Alle 2 Geräte „Scanner“ sind dann belegt.'],
  [{ kind: 'all-busy', able: 1 }, 'Die eine Person, die das darf, hat dann schon einen anderen Termin.'],
  [{ kind: 'all-busy', able: 5 }, 'Alle 5 Personen, die das dürfen, haben dann schon andere Termine.'],
] satisfies [NotOffered, string][])('given %j, says it in one sentence', (refusal, sentence) => {
  expect(sentenceOf(refusal, words)).toBe(sentence)
})

test('given a day on which the clocks change, the moment is that of the wall clock', () => {
  expect(moment(Date.parse('2027-03-28T08:00:00Z'), 'Europe/Berlin')).toBe(
    'Sonntag, 28. März 2027, 10:00 Uhr',
  )
})
