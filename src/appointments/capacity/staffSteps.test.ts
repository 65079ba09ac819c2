import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, shift } from '../appointments.testkit.ts'
import { staffSteps } from './staffSteps.ts'

const lunch = { from: 600, to: 630 }

test('given a break, those who have it are not at a counter', () => {
  const early = shift({ people: 3, breaks: [lunch] })
  expect(staffSteps(dayOf([early]), [{ shift: early, people: 3 }])).toEqual([
    { from: 480, to: 600, people: 3, withoutCounter: 0, onBreak: 0 },
    { from: 600, to: 630, people: 0, withoutCounter: 0, onBreak: 3 },
    { from: 630, to: 720, people: 3, withoutCounter: 0, onBreak: 0 },
  ])
})

test('given fewer counters than people, says how many have none, and when', () => {
  const [early, late] = [shift({ people: 2 }), shift({ id: 'late', people: 2, opens: 660, closes: 780 })]
  const staffed = [early, late].map((one) => ({ shift: one, people: one.people }))
  expect(staffSteps(dayOf([early, late], { counters: 3 }), staffed)).toEqual([
    { from: 480, to: 660, people: 2, withoutCounter: 0, onBreak: 0 },
    { from: 660, to: 720, people: 3, withoutCounter: 1, onBreak: 0 },
    { from: 720, to: 780, people: 2, withoutCounter: 0, onBreak: 0 },
  ])
})

test('given the day on which the clocks go forward, times are those of the wall clock', () => {
  const early = shift()
  const [step] = staffSteps(dayOf([early], { date: '2027-03-28' }), [{ shift: early, people: 1 }])
  expect(step).toMatchObject({ from: 480, to: 720 })
})

test('given any shifts, the minutes of work are those of the lanes, and never more sit than there are counters', () => {
  const anyShift = fc
    .record({
      opens: fc.integer({ min: 0, max: 1400 }),
      long: fc.integer({ min: 1, max: 600 }),
      people: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ opens, long, people }) => shift({ opens, closes: Math.min(1440, opens + long), people }))
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 6 }), fc.integer({ min: 1, max: 8 }), (shifts, counters) => {
      const own = shifts.map((one, place) => ({ ...one, id: `s${place}` }))
      const plan = dayOf(own, { counters })
      const steps = staffSteps(
        plan,
        own.map((one) => ({ shift: one, people: one.people })),
      )
      const worked = plan.lanes
        .flatMap(({ free }) => free)
        .reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0)
      expect(steps.reduce((sum, { from, to, people }) => sum + (to - from) * people, 0)).toBe(worked)
      for (const [place, step] of steps.entries()) {
        expect(step.people).toBeLessThanOrEqual(counters)
        expect(step.from).toBeLessThan(step.to)
        expect(steps[place + 1]?.from ?? 1440).toBeGreaterThanOrEqual(step.to)
      }
    }),
  )
})
