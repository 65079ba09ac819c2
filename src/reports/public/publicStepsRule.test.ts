import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REPORT_STATES } from '../model.ts'
import { publicSteps } from './publicStepsRule.ts'

const step = fc.record({
  at: fc.date({ noInvalidDate: true }),
  state: fc.constantFrom(...REPORT_STATES),
  plannedFor: fc.constantFrom(null, '2026-12-01', '2026-12-02'),
})

test('for any history, no step repeats the one before it, and the last is how it stands', () => {
  fc.assert(
    fc.property(fc.array(step), (history) => {
      const steps = publicSteps(history)
      const whole = [{ state: 'received', plannedFor: null }, ...steps]
      for (const [index, { state, plannedFor }] of steps.entries())
        expect({ state, plannedFor }).not.toEqual({
          state: whole[index]?.state,
          plannedFor: whole[index]?.plannedFor,
        })
      const now = history.at(-1) ?? { state: 'received', plannedFor: null }
      expect(whole.at(-1)).toMatchObject({ state: now.state, plannedFor: now.plannedFor })
    }),
  )
})

test('given words that are written in between, the steps are the same', () => {
  const at = new Date('2026-11-23T08:00:00Z')
  fc.assert(
    fc.property(fc.array(step), (history) => {
      const withWords = history.flatMap((one) => [one, { ...one, at }])
      expect(publicSteps(withWords)).toEqual(publicSteps(history))
    }),
  )
})
