import { expect, test } from 'vitest'
import { KeptAnswers } from './keptAnswers.ts'

const answer = { body: '{}', etag: '"x"' }
const kept = { answer, revision: 3, from: 1000, until: 2000 }
const given = (): KeptAnswers => {
  const answers = new KeptAnswers()
  answers.keep('?service=a', kept)
  return answers
}

test('given the same question at the same state and time, the same answer', () => {
  expect(given().find('?service=a', 3, 1000)).toBe(answer)
  expect(given().find('?service=a', 3, 1999)).toBe(answer)
})

test.each([
  ['another question', '?service=b', 3, 1500],
  ['another state', '?service=a', 4, 1500],
  ['a moment from which on the clock changes it', '?service=a', 3, 2000],
  ['a clock that was set back', '?service=a', 3, 999],
])('given %s, none', (_what, question, revision, now) => {
  expect(given().find(question, revision, now)).toBeNull()
})

test('given more questions than are kept, the newest is there', () => {
  const answers = given()
  for (let n = 0; n < 2000; n += 1) answers.keep(`?n=${n}`, kept)
  expect(answers.find('?n=1999', 3, 1500)).toBe(answer)
  expect(answers.find('?service=a', 3, 1500)).toBeNull()
})
