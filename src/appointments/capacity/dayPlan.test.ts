import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, MONDAY, shift } from '../appointments.testkit.ts'
import { planDay } from './dayPlan.ts'
import type { DayPlan } from '../model.ts'

const clockText = new Intl.DateTimeFormat('de', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
})
/** 'early#1 08:00-12:00 …' for each lane. */
const told = ({ lanes }: DayPlan): string[] =>
  lanes.map(({ id, free }) =>
    [id, ...free.map(({ start, end }) => `${clockText.format(start)}-${clockText.format(end)}`)].join(' '),
  )

test('given a shift of two with breaks in no order, each has a lane with the time between', () => {
  const plan = dayOf([
    shift({
      people: 2,
      breaks: [
        { from: 660, to: 675 },
        { from: 540, to: 555 },
      ],
    }),
  ])
  expect(told(plan)).toEqual([
    'early#1 08:00-09:00 09:15-11:00 11:15-12:00',
    'early#2 08:00-09:00 09:15-11:00 11:15-12:00',
  ])
})

test('given more people than counters, later shifts lose the time and the plan says so', () => {
  const plan = dayOf([shift({ people: 2 }), shift({ id: 'late', people: 2, opens: 660, closes: 840 })], {
    counters: 3,
  })
  expect(told(plan)).toEqual([
    'early#1 08:00-12:00',
    'early#2 08:00-12:00',
    'late#1 11:00-14:00',
    'late#2 12:00-14:00',
  ])
  expect(
    plan.cut.map(({ lane, start, end }) => `${lane} ${clockText.format(start)}-${clockText.format(end)}`),
  ).toEqual(['late#2 11:00-12:00'])
})

test('given a break, the counter is free for somebody else meanwhile', () => {
  const plan = dayOf([shift({ breaks: [{ from: 540, to: 600 }] }), shift({ id: 'late' })], { counters: 1 })
  expect(told(plan)).toEqual(['early#1 08:00-09:00 10:00-12:00', 'late#1 09:00-10:00'])
})

test('given an office without counters, nobody works', () => {
  expect(dayOf([shift()], { counters: 0 }).lanes).toEqual([])
})

test('given a closed day, there are no lanes and the reason stays', () => {
  const office = { id: 'office', timeZone: 'Europe/Berlin', counters: 5, devices: {} }
  const plan = planDay({
    office,
    date: MONDAY,
    shifts: [shift()],
    exceptions: [],
    closedBecause: 'Ostermontag',
  })
  expect([plan.lanes, plan.closedBecause]).toEqual([[], 'Ostermontag'])
})

test.each([
  ['2027-03-28', '2027-03-28T06:00:00Z'],
  ['2027-10-31', '2027-10-31T07:00:00Z'],
  ['2028-02-29', '2028-02-29T07:00:00Z'],
])('given eight to twelve on %s, it is four hours from %s', (date, begins) => {
  const [lane] = dayOf([shift()], { date }).lanes
  const start = Date.parse(begins)
  expect(lane?.free).toEqual([{ start, end: start + 4 * 3_600_000 }])
})

test('given a night shift while the clocks go forward, it is an hour shorter', () => {
  const [lane] = dayOf([shift({ opens: 60, closes: 240 })], { date: '2027-03-28' }).lanes
  expect(lane?.free.map(({ start, end }) => (end - start) / 60_000)).toEqual([120])
})

test('given any shifts, never more lanes work than there are counters, and nothing but that is lost', () => {
  const anyShift = fc.record({
    people: fc.integer({ min: 1, max: 4 }),
    opens: fc.integer({ min: 0, max: 30 }).map((n) => n * 20),
    length: fc.integer({ min: 1, max: 30 }).map((n) => n * 20),
    pause: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 5 }), fc.nat(6), (specs, counters) => {
      const shifts = specs.map(({ people, opens, length, pause }, i) => {
        const closes = opens + length
        const breaks = pause === null ? [] : [{ from: opens + (pause % length), to: closes }]
        return shift({
          id: `s${i}`,
          people,
          opens,
          closes,
          breaks: breaks.filter(({ from }) => from > opens),
        })
      })
      const wanted = dayOf(shifts)
      const plan = dayOf(shifts, { counters })
      for (let minute = 10; minute < 1440; minute += 20) {
        const at = plan.clock.midnight + minute * 60_000
        const working = ({ lanes }: DayPlan): number =>
          lanes.filter(({ free }) => free.some(({ start, end }) => start <= at && at < end)).length
        expect(working(plan)).toBe(Math.min(counters, working(wanted)))
        const lost = plan.cut.filter(({ start, end }) => start <= at && at < end).length
        expect(lost).toBe(working(wanted) - working(plan))
      }
    }),
  )
})
