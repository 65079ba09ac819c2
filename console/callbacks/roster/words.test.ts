import { expect, test } from 'vitest'
import type { EntryView } from '../../../src/callbacks/roster/contract.ts'
import {
  absenceInWords,
  dayInWords,
  gapInWords,
  hoursInWords,
  toldWithGaps,
  validInWords,
  whenInWords,
} from './words.ts'

const entry: EntryView = {
  id: '018f0000-0000-7000-8000-000000000000',
  kind: 'weekly',
  weekday: 1,
  opens: '08:00',
  closes: '16:00',
  breakOpens: null,
  breakCloses: null,
  share: 100,
  everyWeeks: 1,
  from: '2026-12-01',
  until: null,
}

test.each([
  [{}, 'Montag', '08:00–16:00 Uhr', 'ab 1.12.2026'],
  [{ everyWeeks: 2 } as const, 'Montag, jede zweite Woche', '08:00–16:00 Uhr', 'ab 1.12.2026'],
  [
    { breakOpens: '12:00', breakCloses: '12:30', until: '2027-01-31' },
    'Montag',
    '08:00–16:00 Uhr, Pause 12:00–12:30 Uhr',
    '1.12.2026 bis 31.1.2027',
  ],
  [
    { kind: 'day', from: '2026-12-24', until: '2026-12-24' } as const,
    'nur am 24.12.2026',
    '08:00–16:00 Uhr',
    '',
  ],
])('given %j, the words for it', (change, when, hours, valid) => {
  const changed = { ...entry, ...change }
  expect([whenInWords(changed), hoursInWords(changed), validInWords(changed)]).toEqual([when, hours, valid])
})

test('given absences and gaps, plain words', () => {
  expect(absenceInWords({ from: '2026-12-01', until: '2026-12-01' })).toBe('am 1.12.2026')
  expect(absenceInWords({ from: '2026-12-01', until: '2026-12-05' })).toBe('1.12.2026 bis 5.12.2026')
  expect(absenceInWords({ from: '2026-12-01', until: null })).toBe('ab 1.12.2026 bis auf Weiteres')
  expect(gapInWords({ when: 'heute 14–15 Uhr', promises: 1 })).toBe('heute 14–15 Uhr (1 Rückruf)')
  expect(gapInWords({ when: 'heute 14–15 Uhr', promises: 3 })).toBe('heute 14–15 Uhr (3 Rückrufe)')
  expect(dayInWords('2026-11-29')).toBe('So, 29.11.')
  expect(toldWithGaps('Gelöscht.', [])).toBe('Gelöscht.')
})
