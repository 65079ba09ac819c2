import { expect, test } from 'vitest'
import { madeSentence } from './madeSentence.ts'

const made = {
  caseNumber: 'LU-7K3',
  spelled: 'L wie Leipzig',
  promise: 'heute zwischen 14 und 15 Uhr',
  joined: false,
  toldText: 'Die Person bekommt eine SMS.',
}

test('given a promise, says window, number and how the person is told', () => {
  expect(madeSentence(made)).toBe(
    'Rückruf zugesagt: heute zwischen 14 und 15 Uhr. Nummer LU-7K3: L wie Leipzig. Die Person bekommt eine SMS.',
  )
  expect(madeSentence({ ...made, toldText: null })).toMatch(/L wie Leipzig\.$/)
})

test.each([
  ['heute zwischen 14 und 15 Uhr', 'war schon ein Rückruf zugesagt, heute zwischen 14 und 15 Uhr. Dabei'],
  [null, 'war schon ein Rückruf zugesagt. Dabei'],
])('given a promise that was there (%s), says that it stays', (promise, sentence) => {
  expect(madeSentence({ ...made, promise, joined: true, toldText: null })).toContain(sentence)
})
