import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { ReleasePlan, ReleaseRule } from './plan.ts'
import { releasedBetween } from './releasedRule.ts'

const ZONE = 'Europe/Berlin'
const plan = (rule: ReleaseRule, until: string | null = '2027-04-30'): ReleasePlan => ({
  id: 'p',
  from: '2027-03-01',
  until,
  rule,
})
const BATCH = plan({ kind: 'batch', opens: { date: '2027-02-28', at: 840 } })
const ROLLING = plan({ kind: 'rolling', steps: [{ daysBefore: 14, at: 480, percent: 100 }] })
const POOL = plan({ kind: 'pool', times: [{ weekdays: [4], at: 540 }] })
const QUOTA = plan({ kind: 'quota', shares: [{ quota: 'phone', percent: 20, backDays: 1, backAt: 720 }] })
const at = (iso: string): number => Date.parse(iso)
const second = (iso: string) => [at(iso) - 1000, at(iso)] as const

test.each([
  ['a batch at its second', BATCH, '2027-02-28T13:00:00Z', [{ from: '2027-03-01', until: '2027-04-30' }]],
  ['a batch a second later', BATCH, '2027-02-28T13:00:01Z', []],
  ['a step, two weeks ahead', ROLLING, '2027-03-10T07:00:00Z', [{ from: '2027-03-24', until: '2027-03-24' }]],
  [
    'a step on the day the clocks change',
    ROLLING,
    '2027-03-28T06:00:00Z',
    [{ from: '2027-04-11', until: '2027-04-11' }],
  ],
  ['a step whose day is after the plan', ROLLING, '2027-04-29T06:00:00Z', []],
  ['what flows back', QUOTA, '2027-03-10T11:00:00Z', [{ from: '2027-03-11', until: '2027-03-11' }]],
  ['the pool on its weekday', POOL, '2027-03-11T08:00:00Z', [{ from: null, until: null }]],
  ['the pool on another', POOL, '2027-03-12T08:00:00Z', []],
] as const)('given %s, says what is out', (_what, one, iso, released) => {
  expect(releasedBetween([one], ...second(iso), ZONE)).toEqual(released)
})

test('given any cut of a time, nothing is told twice and nothing is lost', () => {
  const plans = [BATCH, ROLLING, QUOTA]
  const [begin, end] = [at('2027-02-25T00:00:00Z'), at('2027-03-08T00:00:00Z')]
  fc.assert(
    fc.property(fc.array(fc.integer({ min: begin, max: end }), { maxLength: 12 }), (cuts) => {
      const moments = [begin, ...cuts.toSorted((a, b) => a - b), end]
      const told = moments.flatMap((to, n) =>
        n === 0 ? [] : releasedBetween(plans, moments[n - 1]!, to, ZONE),
      )
      const whole = releasedBetween(plans, begin, end, ZONE)
      const words = (all: typeof whole) => all.map((one) => JSON.stringify(one)).toSorted()
      expect(words(told)).toEqual(words(whole))
    }),
  )
})
