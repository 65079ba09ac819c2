import { expect, test } from 'vitest'
import { summaryOf } from './summary.ts'

test('given a short reason on two lines, it is one line', () => {
  expect(summaryOf(' Ausweis abgelaufen,\n Reise am 3.12. ')).toBe('Ausweis abgelaufen, Reise am 3.12.')
})

test('given a long reason, it is cut between words', () => {
  const summary = summaryOf('Braucht eine Meldebescheinigung '.repeat(5))
  expect(summary).toBe('Braucht eine Meldebescheinigung Braucht eine Meldebescheinigung Braucht eine …')
})

test('given one endless word, it is cut all the same', () => {
  expect(summaryOf('x'.repeat(300))).toBe(`${'x'.repeat(80)} …`)
})
