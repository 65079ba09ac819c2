import { expect, test } from 'vitest'
import { eurosOf, numberIn, planOf } from './planOf.ts'

test.each([
  ['80', 80],
  ['62,5 %', 62.5],
  ['62.5', 62.5],
  ['1.234,50 €', 1234.5],
  ['', Number.NaN],
  ['achtzig', Number.NaN],
])('given %s, it is the number %d', (text, number) => expect(numberIn(text)).toBe(number))

test('given cents, they can be typed as they are shown', () => {
  expect(eurosOf(123_450)).toBe('1234,50')
  expect(numberIn(eurosOf(123_450))).toBe(1234.5)
})

test('given a form, the main target stands first and days of a line have their reason', () => {
  const values = new FormData()
  const typed = {
    'target.answered15': '80',
    'target.callbacks': '90',
    first: 'callbacks',
    price: '2,50',
    per: 'minute',
    specialDays: '2026-09-28 Kommunalwahl\n\n2026-10-02  Brückentag, wenig los',
  }
  for (const [name, value] of Object.entries(typed)) values.set(name, value)
  expect(planOf(values)).toMatchObject({
    price: { per: 'minute', cents: 250 },
    targets: [
      { figure: 'callbacks', share: 0.9 },
      { figure: 'answered15', share: 0.8 },
    ],
    specialDays: [
      { day: '2026-09-28', why: 'Kommunalwahl' },
      { day: '2026-10-02', why: 'Brückentag, wenig los' },
    ],
  })
})
