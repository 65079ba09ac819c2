import { expect, test } from 'vitest'
import { bookedSentence, doneSentence } from './doneSentence.ts'

test.each([
  [
    'settled',
    { state: 'done', promise: 'kept', nextText: null },
    'LU-1 ist erledigt. Die Zusage ist gehalten.',
  ],
  [
    'not-reached',
    { state: 'waiting', promise: 'kept', nextText: 'morgen zwischen 9 und 10 Uhr' },
    'LU-1 wird wieder versucht: morgen zwischen 9 und 10 Uhr. Die Zusage ist gehalten.',
  ],
  [
    'not-reached',
    { state: 'done', promise: 'broken', nextText: null },
    'LU-1 ist nach dem letzten Versuch abgeschlossen. Die Zusage ist gebrochen.',
  ],
  [
    'not-reached',
    {
      state: 'done',
      promise: 'kept',
      nextText: null,
      toldText: 'Die Person bekommt keine Nachricht. Bitte prüfen, ob ein Brief nötig ist.',
    },
    'LU-1 ist nach dem letzten Versuch abgeschlossen. Die Zusage ist gehalten. Die Person bekommt keine Nachricht. Bitte prüfen, ob ein Brief nötig ist.',
  ],
  ['withdrawn', { state: 'done', promise: 'withdrawn', nextText: null }, 'LU-1 ist zurückgezogen.'],
  [
    'pass-on',
    { state: 'waiting', promise: 'open', nextText: 'heute zwischen 14 und 15 Uhr' },
    'LU-1 hat jetzt ein anderes Team.',
  ],
] as const)('given %s with %o, says it', (outcome, result, sentence) => {
  expect(doneSentence('LU-1', outcome, result)).toBe(sentence)
})

test('given a booked appointment, its number is there to be read out; practice says that there is none', () => {
  const aloud = 'morgen um 8 Uhr'
  expect(
    bookedSentence('LU-7K3-94C', {
      aloud,
      reference: 'LU-T-7K3-94C',
      spelled: 'L wie Leipzig, …',
      told: 'sms',
      phoneKey: null,
    }),
  ).toMatch(
    /^LU-7K3-94C ist erledigt\. Termin morgen um 8 Uhr, Terminnummer LU-T-7K3-94C: L wie Leipzig, …\. Sie bekommen gleich eine SMS /,
  )
  expect(
    bookedSentence('LU-7K3-94C', { aloud, reference: null, spelled: null, told: null, phoneKey: null }),
  ).toBe('LU-7K3-94C ist erledigt. Übung: Der Termin morgen um 8 Uhr ist nicht gebucht.')
})
