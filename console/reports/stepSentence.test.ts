import { expect, test } from 'vitest'
import { stepSentence } from './stepSentence.ts'

test('given an end, says that it is answered and how', () => {
  expect(stepSentence('done', 'email')).toBe(
    'Die Meldung ist beantwortet und abgeschlossen: erledigt. Wer gemeldet hat, bekommt eine E-Mail.',
  )
  expect(stepSentence('not-done', null)).toContain('wird nicht gemacht. Eine Nachricht ging nicht hinaus.')
})

test('given any other step, says the state it has now', () => {
  expect(stepSentence('planned', 'sms')).toBe(
    'Die Meldung ist jetzt geplant. Wer gemeldet hat, bekommt eine SMS.',
  )
})
