import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QUOTAS, type Quota, type ReleasePlan, type ReleaseRule } from './plan.ts'
import { budget, releaseOf, type TakenMinutes } from './releaseRule.ts'

const TZ = 'Europe/Berlin'
const at = (hours: number, minutes = 0): number => hours * 60 + minutes
const plan = (rule: ReleaseRule, from = '2027-01-01', until: string | null = '2027-12-31'): ReleasePlan => ({
  id: rule.kind,
  from,
  until,
  rule,
})
const on = (plans: readonly ReleasePlan[], date: string, capacity = 1000) =>
  releaseOf(plans, { date, timeZone: TZ, capacity })
const nothing: TakenMinutes = { all: 0, web: 0, phone: 0, counter: 0, emergency: 0 }
const taken = (values: Partial<TakenMinutes>): TakenMinutes => ({ ...nothing, ...values })
const instant = (text: string): number => Date.parse(text)

describe('what opens when', () => {
  test('given no plan for the day, only the room counts', () => {
    const batch = plan(
      { kind: 'batch', opens: { date: '2027-05-02', at: at(14) } },
      '2027-06-01',
      '2027-06-30',
    )
    expect(on([], '2027-06-01')).toBeNull()
    expect(on([batch], '2027-07-01')).toBeNull()
    expect(budget(null, nothing, 'web', 0)).toEqual({ minutes: Infinity, next: null })
  })

  // The clocks change at 2:00 to 3:00 on 28 March 2027 and at 3:00 to 2:00 on 31 October 2027, both Sundays.
  test.each([
    ['2027-03-28', at(14), '2027-03-28T12:00:00Z'],
    ['2027-10-31', at(14), '2027-10-31T13:00:00Z'],
    ['2027-03-28', at(2, 30), '2027-03-28T01:00:00Z'],
    ['2027-10-31', at(2, 30), '2027-10-31T00:30:00Z'],
  ])('given a batch on %s at minute %i of the wall clock, opens at %s', (date, wall, opens) => {
    const release = on([plan({ kind: 'batch', opens: { date, at: wall } })], '2027-11-08')
    const moment = instant(opens)
    expect(budget(release, nothing, 'web', moment - 1)).toEqual({ minutes: 0, next: moment })
    expect(budget(release, nothing, 'web', moment)).toEqual({ minutes: Infinity, next: null })
  })

  test('given steps of 60, 30 and 10 percent, opens so much more at each', () => {
    const steps = [
      { daysBefore: 1, at: at(8), percent: 10 },
      { daysBefore: 42, at: at(8), percent: 60 },
      { daysBefore: 14, at: at(8), percent: 30 },
    ]
    const release = on([plan({ kind: 'rolling', steps })], '2027-11-08')
    const left = (now: string, minutes = 0) =>
      budget(release, taken({ all: minutes, web: minutes }), 'web', instant(now)).minutes
    expect(left('2027-09-27T05:59:59Z')).toBe(0)
    expect(left('2027-09-27T06:00:00Z')).toBe(600)
    expect(left('2027-10-25T05:59:59Z', 590)).toBe(10)
    expect(left('2027-10-25T06:00:00Z', 590)).toBe(310)
    expect(left('2027-11-07T07:00:00Z', 990)).toBe(Infinity)
  })

  test('given a batch and a rolling plan for one day, the batch decides', () => {
    const rolling = plan({ kind: 'rolling', steps: [{ daysBefore: 300, at: 0, percent: 100 }] })
    const batch = plan(
      { kind: 'batch', opens: { date: '2027-10-31', at: at(14) } },
      '2027-11-08',
      '2027-11-12',
    )
    const now = instant('2027-10-31T12:59:59Z')
    expect(budget(on([rolling, batch], '2027-11-08'), nothing, 'web', now).minutes).toBe(0)
    expect(budget(on([rolling, batch], '2027-11-15'), nothing, 'web', now).minutes).toBe(Infinity)
  })
})

describe('quotas', () => {
  const shares = [
    { quota: 'phone', percent: 20, backDays: 1, backAt: at(12) },
    { quota: 'emergency', percent: 5, backDays: 0, backAt: at(8) },
  ] as const
  const release = on([plan({ kind: 'quota', shares })], '2027-03-15')
  const early = instant('2027-03-01T00:00:00Z')

  test('given what is kept for others, leaves the rest, and each its own', () => {
    expect(budget(release, nothing, 'web', early).minutes).toBe(750)
    expect(budget(release, nothing, 'phone', early).minutes).toBe(950)
    expect(budget(release, nothing, 'emergency', early).minutes).toBe(800)
  })

  test('given a quota used up, keeps no more for it', () => {
    const busy = taken({ all: 950, web: 700, phone: 250 })
    expect(budget(release, busy, 'web', early).minutes).toBe(0)
    expect(budget(release, busy, 'emergency', early).minutes).toBe(50)
  })

  test('given its time, flows back to all', () => {
    expect(budget(release, nothing, 'web', instant('2027-03-14T10:59:59Z'))).toEqual({
      minutes: 750,
      next: instant('2027-03-14T11:00:00Z'),
    })
    expect(budget(release, nothing, 'web', instant('2027-03-14T11:00:00Z')).minutes).toBe(950)
    expect(budget(release, nothing, 'web', instant('2027-03-15T07:00:00Z'))).toEqual({
      minutes: Infinity,
      next: null,
    })
  })
})

const wall = fc.integer({ min: 0, max: 1439 })
const days = fc.integer({ min: 0, max: 60 })
const percents = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 })
  .filter((all) => all.reduce((sum, one) => sum + one, 0) <= 100)
const rolling = percents.chain((parts) =>
  fc
    .array(fc.record({ daysBefore: days, at: wall }), { minLength: parts.length, maxLength: parts.length })
    .map((moments): ReleaseRule => ({
      kind: 'rolling',
      steps: moments.map((moment, place) => ({ ...moment, percent: parts[place] ?? 1 })),
    })),
)
const quota = percents.chain((parts) =>
  fc
    .array(fc.record({ backDays: days, backAt: wall }), { minLength: parts.length, maxLength: parts.length })
    .map((moments): ReleaseRule => ({
      kind: 'quota',
      shares: moments.map((moment, place) => ({
        ...moment,
        quota: QUOTAS[place] ?? 'web',
        percent: parts[place] ?? 1,
      })),
    })),
)
const plans = fc
  .tuple(fc.option(rolling), fc.option(quota))
  .map((rules) => rules.flatMap((rule) => (rule ? [plan(rule)] : [])))
const capacity = fc.integer({ min: 1, max: 4000 })
/** Around both changes of the clocks. */
const date = fc.constantFrom(
  '2027-03-27',
  '2027-03-28',
  '2027-03-29',
  '2027-10-30',
  '2027-10-31',
  '2027-11-01',
)
const moment = fc.integer({ min: instant('2027-01-20T00:00:00Z'), max: instant('2027-11-03T00:00:00Z') })
const someQuota = fc.constantFrom<Quota>(...QUOTAS)

describe('any plans', () => {
  test('given wishes one after the other, never more than the capacity is taken, of which never more than is open', () => {
    const wishes = fc.array(fc.tuple(someQuota, fc.integer({ min: 1, max: 300 }), moment), { maxLength: 60 })
    fc.assert(
      fc.property(plans, date, capacity, wishes, (all, day, minutes, asked) => {
        const release = on(all, day, minutes)
        let used = nothing
        for (const [who, length, now] of asked.toSorted((a, b) => a[2] - b[2])) {
          const left = Math.min(budget(release, used, who, now).minutes, minutes - used.all)
          if (length <= left) used = { ...used, all: used.all + length, [who]: used[who] + length }
          const open = release?.openings.filter((one) => one.at <= now) ?? [{ percent: 100 }]
          const percent = open.reduce((sum, one) => sum + one.percent, 0)
          expect(used.all).toBeLessThanOrEqual((minutes * percent) / 100)
        }
      }),
    )
  })

  test('given nothing is taken meanwhile, it is never less later', () => {
    const used = fc.record({ web: capacity, phone: capacity, counter: capacity, emergency: capacity })
    fc.assert(
      fc.property(
        plans,
        date,
        capacity,
        used,
        someQuota,
        moment,
        moment,
        (all, day, minutes, by, who, a, b) => {
          const release = on(all, day, minutes)
          const now = { ...by, all: by.web + by.phone + by.counter + by.emergency }
          const earlier = budget(release, now, who, Math.min(a, b)).minutes
          expect(budget(release, now, who, Math.max(a, b)).minutes).toBeGreaterThanOrEqual(earlier)
        },
      ),
    )
  })

  test('given no news, the answer stays until the moment that was named', () => {
    fc.assert(
      fc.property(plans, date, capacity, someQuota, moment, moment, (all, day, minutes, who, now, later) => {
        const release = on(all, day, minutes)
        const answer = budget(release, nothing, who, now)
        const last = answer.next === null ? later : Math.min(later, answer.next - 1)
        if (last >= now) expect(budget(release, nothing, who, last).minutes).toBe(answer.minutes)
      }),
    )
  })

  test('given the day is over, everything that was ever to open is for everybody', () => {
    fc.assert(
      fc.property(plans, date, capacity, someQuota, (all, day, minutes, who) => {
        const release = on(all, day, minutes)
        const end = instant(`${day}T23:59:59Z`)
        const percent = release?.openings.reduce((sum, one) => sum + one.percent, 0) ?? 100
        const left = Math.min(budget(release, nothing, who, end).minutes, minutes)
        expect(left).toBe(Math.floor((minutes * percent) / 100))
      }),
    )
  })
})
