import { expect, test } from 'vitest'
import { checkAnswers } from './answersRule.ts'
import type { Question } from './categories/model.ts'

const ask = (over: Partial<Question>): Question => ({
  id: 'q',
  label: 'Frage',
  kind: 'text',
  required: false,
  options: [],
  ...over,
})
const yesNo = [
  { id: 'ja', name: 'ja' },
  { id: 'nein', name: 'nein' },
]
const answer = (question: Question, given: string | string[]) => checkAnswers([question], { q: given })

test('given a question that must be answered and is not, it says so', () => {
  expect(answer(ask({ required: true }), '  ')).toEqual({
    ok: false,
    faults: { q: 'Bitte beantworten Sie diese Frage.' },
  })
})

test('given answers nobody asked for, they are not kept', () => {
  expect(checkAnswers([ask({})], { q: 'Mast 12', other: 'x' })).toEqual({
    ok: true,
    answers: { q: 'Mast 12' },
  })
})

test('given a choice, only what is offered counts', () => {
  const choice = ask({ kind: 'choice', options: yesNo })
  expect(answer(choice, 'ja')).toEqual({ ok: true, answers: { q: 'ja' } })
  expect(answer(choice, 'vielleicht').ok).toBe(false)
  expect(answer(choice, ['ja', 'nein']).ok).toBe(false)
  const several = ask({ kind: 'choices', options: yesNo })
  expect(answer(several, ['ja', 'nein', 'ja'])).toEqual({ ok: true, answers: { q: ['ja', 'nein'] } })
})

test('given a number or a date, what is none is refused', () => {
  expect(answer(ask({ kind: 'number' }), '12,5').ok).toBe(true)
  expect(answer(ask({ kind: 'number' }), 'zwölf').ok).toBe(false)
  expect(answer(ask({ kind: 'date' }), '2026-02-29').ok).toBe(false)
  expect(answer(ask({ kind: 'date' }), '2026-02-28').ok).toBe(true)
})
