import { expect, test } from 'vitest'
import { target, trialPlan } from '../../../src/trial/plan/contract.ts'
import { fillsOf, replacedIn, stayingOf, TEMPLATES } from './templates.ts'
import { FIGURES } from './words.ts'

const [fast, authorities] = TEMPLATES as [(typeof TEMPLATES)[0], (typeof TEMPLATES)[0]]
const typed =
  (values: Record<string, string>) =>
  (field: string): string =>
    values[field] ?? ''

test.each(TEMPLATES)('given the template $name, its targets are those that a plan takes', ({ targets }) => {
  const shares = targets.map(({ figure, percent }) => ({ figure, share: percent / 100 }))
  expect(trialPlan.shape.targets.parse(shares)).toEqual(shares)
})

test('given an empty form, every target is filled, the first is the question, and nothing was replaced', () => {
  const fills = fillsOf(authorities, typed({ first: 'answered15' }))
  expect(fills.map(({ field, after }) => [field, after])).toEqual([
    ['target.answered30', '75'],
    ['target.firstContact', '65'],
    ['target.answered24', '95'],
    ['first', 'answered30'],
  ])
  expect(replacedIn(fills)).toEqual(['Das wichtigste Ziel (vorher In 15 Sekunden angenommen)'])
})

test('given what somebody typed, it is said what is replaced and what stays; the same is no change', () => {
  const read = typed({
    'target.answered15': '75',
    'target.callbacks': '90',
    'target.firstContact': '60',
    first: 'answered15',
  })
  const fills = fillsOf(fast, read)
  expect(fills.map(({ field }) => field)).toEqual([
    'target.answered15',
    'target.abandoned',
    'target.lostAtClosing',
  ])
  expect(replacedIn(fills)).toEqual(['In 15 Sekunden angenommen (vorher 75)'])
  expect(stayingOf(fast, ['answered15', 'callbacks', 'firstContact'])).toEqual(['Beim ersten Anruf geklärt'])
})

test('every figure that a plan takes has a field in the form', () => {
  expect(FIGURES.map(({ figure }) => figure).toSorted()).toEqual(target.shape.figure.options.toSorted())
})
