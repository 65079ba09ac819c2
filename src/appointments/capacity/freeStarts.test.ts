import { expect, test } from 'vitest'
import { bookAll, dayOf, demand, shift, wish } from '../appointments.testkit.ts'
import { wallOfMinute } from '../../shared/dayClock.ts'
import { freeStarts } from './freeStarts.ts'
import { minutesOf } from './minuteSet.ts'
import type { DayPlan, Demand, Taken } from '../model.ts'

const times = (plan: DayPlan, taken: readonly Taken[], what: Demand, grid: number): string[] =>
  minutesOf(freeStarts(plan, taken, what, grid)).map((minute) => {
    const wall = wallOfMinute(plan.clock, minute)
    return `${Math.floor(wall / 60)}:${String(wall % 60).padStart(2, '0')}`
  })
const short = shift({ closes: 540 })

test('given an empty hour, every start on the grid that ends in time', () => {
  const plan = dayOf([short])
  expect(times(plan, [], demand(30), 15)).toEqual(['8:00', '8:15', '8:30'])
  expect(times(plan, [], demand(32), 15)).toEqual(['8:00', '8:15'])
  expect(times(plan, [], demand(61), 15)).toEqual([])
})

test('given an appointment of odd length, the next start is the next one on the grid', () => {
  const plan = dayOf([short])
  const { taken } = bookAll(plan, [wish(plan, 480, demand(17))])
  expect(times(plan, taken, demand(15), 15)).toEqual(['8:30', '8:45'])
})

test('given a shift that begins off the grid, the grid is still that of the wall clock', () => {
  expect(times(dayOf([shift({ opens: 487, closes: 540 })]), [], demand(15), 15)).toEqual([
    '8:15',
    '8:30',
    '8:45',
  ])
})

test.each(['2027-03-28', '2027-10-31'])(
  'given %s, on which the clocks change, times are those of the wall clock',
  (date) => {
    expect(times(dayOf([short], { date }), [], demand(30), 15)).toEqual(['8:00', '8:15', '8:30'])
  },
)

test('given two halves of a day on different people, a time across is not offered', () => {
  const plan = dayOf([shift({ closes: 510 }), shift({ id: 'late', opens: 510, closes: 540 })])
  expect(times(plan, [], demand(30), 15)).toEqual(['8:00', '8:30'])
})
