import { expect, test } from 'vitest'
import { bookAll, dayOf, demand, MONDAY, shift, wish } from '../appointments.testkit.ts'
import { planDay } from './dayPlan.ts'
import { explain } from './explainRule.ts'
import { instantOf } from '../../shared/dayClock.ts'

const plan = dayOf(
  [
    shift({ skills: ['passport'], people: 2, breaks: [{ from: 600, to: 615 }] }),
    shift({ id: 'late', skills: ['wedding'], opens: 540, closes: 840 }),
  ],
  { devices: { scanner: 1 } },
)
const passport = demand(30, ['passport'])
const scan = demand(30, ['passport'], ['scanner'])
const { taken } = bookAll(plan, [wish(plan, 480, passport), wish(plan, 480, passport), wish(plan, 540, scan)])
const instant = (wall: number): number => instantOf(plan.clock, wall)

test.each([
  ['a free time', 510, passport, null],
  [
    'a time before anybody works',
    400,
    passport,
    { kind: 'outside-opening', opens: instant(480), closes: instant(840) },
  ],
  [
    'a service whose people come later',
    480,
    demand(30, ['passport', 'wedding']),
    { kind: 'nobody-able', missing: ['wedding'] },
  ],
  [
    'two services that nobody has together',
    540,
    demand(30, ['passport', 'wedding']),
    { kind: 'nobody-able', missing: [] },
  ],
  [
    'a time that runs into the break',
    585,
    passport,
    { kind: 'crosses-end', until: instant(600), after: 'break' },
  ],
  [
    'a time that runs over the end',
    700,
    passport,
    { kind: 'crosses-end', until: instant(720), after: 'end' },
  ],
  ['a time when the scanner is in use', 525, scan, { kind: 'device-taken', device: 'scanner', units: 1 }],
  [
    'a device that is not there',
    510,
    demand(30, ['passport'], ['printer']),
    { kind: 'device-taken', device: 'printer', units: 0 },
  ],
  ['a time when all are busy', 495, passport, { kind: 'all-busy', able: 2 }],
] as const)('given %s, the reason is told', (_what, wall, what, expected) => {
  expect(explain(plan, taken, wish(plan, wall, what), 0)).toEqual(expected)
})

test('given a time that runs to where the counters are occupied by others, that is the reason', () => {
  const crowded = dayOf([shift({ opens: 600 }), shift({ id: 'second', skills: ['passport'] })], {
    counters: 1,
  })
  expect(explain(crowded, [], wish(crowded, 585, passport), 0)).toEqual({
    kind: 'crosses-end',
    until: instantOf(crowded.clock, 600),
    after: 'no-counter',
  })
})

test('given a time that is over, that is the reason', () => {
  const one = wish(plan, 510, passport)
  expect(explain(plan, taken, one, one.start + 1)).toEqual({ kind: 'past' })
})

test('given a closed day, its reason is told', () => {
  const office = { id: 'office', timeZone: 'Europe/Berlin', counters: 5, devices: {} }
  const closed = planDay({
    office,
    date: MONDAY,
    shifts: [shift()],
    exceptions: [],
    closedBecause: 'Betriebsausflug',
  })
  expect(explain(closed, [], wish(closed, 510, passport), 0)).toEqual({
    kind: 'closed',
    because: 'Betriebsausflug',
  })
})
