import { expect, test } from 'vitest'
import { type Category, categoryOf } from './categoryForm.ts'

const entry = {
  id: 'muell',
  name: 'Müll',
  description: '',
  teamId: '',
  answerHours: 24,
  place: 'needed',
  instead: null,
  active: true,
  published: false,
  position: 1,
  questions: [
    {
      id: 'was',
      label: 'Was?',
      kind: 'choice',
      required: false,
      options: [
        { id: 'a', name: 'Sperrmüll' },
        { id: 'b', name: 'Scherben' },
      ],
    },
  ],
} satisfies Category

const formOf = (fields: Record<string, string>, rows: number): FormData => {
  const values = new FormData()
  for (const [name, value] of Object.entries(fields)) values.set(name, value)
  for (let row = 0; row < rows; row += 1) values.append('question', String(row))
  return values
}
const questionsIn = (fields: Record<string, string>, rows: number) =>
  categoryOf(formOf(fields, rows), entry).questions

test('given what was typed, makes numbers and blanks of it', () => {
  const category = categoryOf(
    formOf({ name: 'Müll', answerHours: '24', position: '3', instead: ' ', active: 'on' }, 0),
    undefined,
  )
  expect(category).toMatchObject({ answerHours: 24, position: 3, instead: null, active: true, questions: [] })
})

test('given a changed question, it keeps its id and the ids of its answers', () => {
  expect(
    questionsIn(
      {
        'questions.0.id': 'was',
        'questions.0.label': 'Was liegt dort?',
        'questions.0.kind': 'choice',
        'questions.0.options': 'Scherben\nÖl\n\nSperrmüll',
        'questions.0.required': 'on',
      },
      1,
    ),
  ).toEqual([
    {
      id: 'was',
      label: 'Was liegt dort?',
      kind: 'choice',
      required: true,
      options: [
        { id: 'b', name: 'Scherben' },
        { id: 'oel', name: 'Öl' },
        { id: 'a', name: 'Sperrmüll' },
      ],
    },
  ])
})

test('given new questions, each gets an id of its own, and an empty one is none', () => {
  expect(
    questionsIn(
      {
        'questions.0.label': 'Was?',
        'questions.0.kind': 'text',
        'questions.1.label': ' ',
        'questions.2.label': 'Was?',
        'questions.2.kind': 'date',
        'questions.2.options': 'left over',
      },
      3,
    ),
  ).toMatchObject([
    { id: 'was-2', options: [] },
    { id: 'was-3', options: [] },
  ])
})
