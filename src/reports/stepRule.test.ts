import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEnded, REPORT_STATES } from './model.ts'
import { type Step, stepFaults } from './stepRule.ts'

const TODAY = '2026-11-23'
const step = (over: Partial<Step>): Step => ({ state: 'in-work', text: '', plannedFor: null, ...over })

test('given an end without words, it is refused at the text', () => {
  expect(stepFaults('in-work', step({ state: 'done', text: '  ' }), TODAY)).toHaveProperty('text')
  expect(stepFaults('in-work', step({ state: 'not-done' }), TODAY)).toHaveProperty('text')
  expect(stepFaults('in-work', step({ state: 'done', text: 'Wir haben den Ast entfernt.' }), TODAY)).toEqual(
    {},
  )
})

test('given a plan, it needs a day that comes', () => {
  const plan = (plannedFor: string | null) =>
    stepFaults('received', step({ state: 'planned', plannedFor }), TODAY)
  expect(plan(null)).toHaveProperty('plannedFor')
  expect(plan('2026-11-22')).toHaveProperty('plannedFor')
  expect(plan('2030-01-01')).toHaveProperty('plannedFor')
  expect(plan('2026-11-23')).toEqual({})
  expect(plan('2027-05-01')).toEqual({})
})

test('given the state it has already, it needs news', () => {
  expect(stepFaults('in-work', step({}), TODAY)).toHaveProperty('text')
  expect(stepFaults('received', step({}), TODAY)).toEqual({})
})

test('for any step, an answered report takes none, and no end goes without words', () => {
  const steps = fc.record({
    state: fc.constantFrom('in-work', 'planned', 'forwarded', 'done', 'not-done') as fc.Arbitrary<
      Step['state']
    >,
    text: fc.string(),
    plannedFor: fc.constantFrom(null, '2026-11-22', '2026-12-01'),
  })
  fc.assert(
    fc.property(fc.constantFrom(...REPORT_STATES), steps, (from, taken) => {
      const isFine = Object.keys(stepFaults(from, taken, TODAY)).length === 0
      if (isEnded(from)) expect(isFine).toBe(false)
      if (isFine && isEnded(taken.state)) expect(taken.text.trim()).not.toBe('')
      if (isFine && taken.state === 'planned') expect(taken.plannedFor! >= TODAY).toBe(true)
    }),
  )
})
