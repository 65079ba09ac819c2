import { expect, test } from 'vitest'
import { answersOf } from './answersOf.ts'

test('given a form, one answer for each question and several for a list', () => {
  const values = new FormData()
  values.append('answers.was', 'scherben')
  values.append('answers.was', 'anderes')
  values.append('answers.gefahr', 'ja')
  values.append('answers.other', 'not asked')
  expect(
    answersOf(values, [
      { id: 'was', kind: 'choices' },
      { id: 'gefahr', kind: 'choice' },
      { id: 'mast', kind: 'text' },
    ]),
  ).toEqual({ was: ['scherben', 'anderes'], gefahr: 'ja', mast: '' })
})
