import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookAll, booked, dayOf, demand, overlaps, shift, wish, wrongs } from '../appointments.testkit.ts'
import { minuteOfWall, wallOfMinute } from '../../shared/dayClock.ts'
import { explain } from './explainRule.ts'
import { freeStarts } from './freeStarts.ts'
import { hasMinute } from './minuteSet.ts'
import type { DayPlan, Wish } from '../model.ts'
import { place } from './placeRule.ts'

const SERVICES = ['a', 'b', 'c'] as const
const TEN = 10

const anySkills = fc.option(fc.subarray([...SERVICES], { minLength: 1 }), { nil: null })
/** Small days: up to four people from 8 to 10 with different hours, skills and breaks, and one or two scanners. */
const anyPlan = fc
  .record({
    shifts: fc.array(
      fc.record({
        skills: anySkills,
        people: fc.integer({ min: 1, max: 2 }),
        opens: fc.integer({ min: 0, max: 3 }),
        length: fc.integer({ min: 3, max: 9 }),
        pause: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    scanners: fc.integer({ min: 0, max: 2 }),
    date: fc.constantFrom('2027-03-15', '2027-03-28', '2027-10-31'),
  })
  .map(({ shifts, scanners, date }) =>
    dayOf(
      shifts.map(({ skills, people, opens, length, pause }, i) =>
        shift({
          id: `s${i}`,
          skills,
          people,
          opens: 480 + opens * TEN,
          closes: 480 + (opens + length) * TEN,
          breaks:
            pause === null || pause >= length - 1
              ? []
              : [{ from: 480 + (opens + pause) * TEN, to: 490 + (opens + pause) * TEN }],
        }),
      ),
      { date, counters: 4, devices: { scanner: scanners } },
    ),
  )
const anyWish = fc.record({
  at: fc.integer({ min: 0, max: 11 }),
  length: fc.integer({ min: 1, max: 4 }),
  services: fc.subarray([...SERVICES], { maxLength: 2 }),
  scans: fc.boolean(),
})
type AnyWish = typeof anyWish extends fc.Arbitrary<infer T> ? T : never
const asked = (plan: DayPlan, { at, length, services, scans }: AnyWish): Wish =>
  wish(plan, 480 + at * TEN, demand(length * TEN, services, scans ? ['scanner'] : []))

/** Tries every lane and every unit for every appointment. */
function fitsAtAll(plan: DayPlan, wishes: readonly Wish[]): boolean {
  const laid: { wish: Wish; lane: string }[] = []
  const overlap = (a: Wish, b: Wish): boolean => a.start < b.end && b.start < a.end
  const layFrom = (i: number): boolean => {
    const one = wishes[i]
    if (!one) return true
    const { serviceIds } = one.demand
    return plan.lanes.some(({ id, skills, free }) => {
      if (skills !== null && !serviceIds.every((service) => skills.includes(service))) return false
      if (!free.some(({ start, end }) => start <= one.start && one.end <= end)) return false
      if (laid.some((other) => other.lane === id && overlap(other.wish, one))) return false
      laid.push({ wish: one, lane: id })
      const found = layFrom(i + 1)
      laid.pop()
      return found
    })
  }
  const scans = wishes.filter((one) => one.demand.devices.length > 0)
  const unitFrom = (i: number, units: readonly Wish[][]): boolean => {
    const one = scans[i]
    if (!one) return true
    return units.some((unit, n) => {
      if (unit.some((other) => overlap(other, one))) return false
      return unitFrom(
        i + 1,
        units.map((held, m) => (m === n ? [...held, one] : held)),
      )
    })
  }
  return (
    layFrom(0) &&
    unitFrom(
      0,
      Array.from({ length: plan.devices['scanner'] ?? 0 }, () => []),
    )
  )
}

describe('given any small day and any wishes one after another', () => {
  test('a stand is found exactly when all of it can be laid at all, and nothing ever overlaps', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyWish, { maxLength: 8 }), (plan, wishes) => {
        let taken: ReturnType<typeof bookAll>['taken'] = []
        for (const [i, one] of wishes.entries()) {
          const next = asked(plan, one)
          const found = place(plan, taken, next)
          expect(found !== null).toBe(fitsAtAll(plan, [...taken, next]))
          if (found) taken = booked(taken, `a${i}`, next, found)
          expect(wrongs(plan, taken)).toEqual([])
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('free starts are exactly the times for which there is a stand, and those that need no explanation', () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.array(anyWish, { maxLength: 8 }),
        anyWish,
        fc.constantFrom(5, 10, 15),
        (plan, wishes, last, grid) => {
          const { taken } = bookAll(
            plan,
            wishes.map((one) => asked(plan, one)),
          )
          const { demand: what } = asked(plan, last)
          const starts = freeStarts(plan, taken, what, grid)
          const opens = minuteOfWall(plan.clock, 480)
          for (let minute = opens - 10; minute < opens + 130; minute += 5) {
            const start = plan.clock.midnight + minute * 60_000
            const one = { start, end: start + what.minutes * 60_000, demand: what }
            const found = place(plan, taken, one) !== null
            const onGrid = wallOfMinute(plan.clock, minute) % grid === 0
            expect(hasMinute(starts, minute)).toBe(found && onGrid)
            expect(explain(plan, taken, one, 0) === null).toBe(found)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a set that fits is booked in every order', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyWish, { maxLength: 8 }), fc.nat(), (plan, specs, seed) => {
        const wishes = specs.map((one) => asked(plan, one))
        const mixed = wishes
          .map((one, i) => ({ one, by: Math.imul(seed + i * 7919, 2654435761) }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one)
        expect(bookAll(plan, mixed).refused === 0).toBe(bookAll(plan, wishes).refused === 0)
      }),
      { numRuns: 500 },
    )
  })
})

test('given a day whose plan was changed over its appointments, nobody new comes onto an occupied lane or unit', () => {
  fc.assert(
    fc.property(
      anyPlan,
      anyPlan,
      fc.array(anyWish, { maxLength: 8 }),
      fc.array(anyWish, { maxLength: 4 }),
      (before, plan, specs, more) => {
        // The second plan may have other people, skills, hours and scanners, but it is the same day.
        fc.pre(before.date === plan.date)
        let { taken } = bookAll(
          before,
          specs.map((one) => asked(before, one)),
        )
        for (const [i, one] of more.entries()) {
          const next = asked(plan, one)
          const found = place(plan, taken, next)
          if (found) taken = booked(taken, `new${i}`, next, found)
          expect(overlaps(taken)).toEqual([])
        }
      },
    ),
    { numRuns: 1500 },
  )
})

test('given equal lanes, a time is free exactly when fewer than all are in use at every minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(anyWish, { maxLength: 20 }),
      anyWish,
      (people, specs, last) => {
        const plan = dayOf([shift({ people })])
        const wishes = [...specs, last].map((one) => asked(plan, { ...one, services: [], scans: false }))
        const { taken } = bookAll(plan, wishes.slice(0, -1))
        const one = wishes.at(-1)!
        const full = Array.from({ length: one.demand.minutes }, (_, i) => one.start + i * 60_000).some(
          (at) => taken.filter(({ start, end }) => start <= at && at < end).length >= people,
        )
        expect(place(plan, taken, one) !== null).toBe(!full)
      },
    ),
  )
})

describe('given a day of twelve people with three kinds of skills, filled without a gap', () => {
  const kinds = [
    null,
    null,
    null,
    null,
    ['a', 'b'],
    ['a', 'b'],
    ['b', 'c'],
    ['b', 'c'],
    ['a'],
    ['a'],
    ['c'],
    ['c'],
  ]
  const plan = dayOf(kinds.map((skills, i) => shift({ id: `s${i}`, skills })))

  /** Cuts every lane's four hours into pieces that its person may do. */
  const full = fc
    .array(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2)), { minLength: 16, maxLength: 16 }), {
      minLength: 12,
      maxLength: 12,
    })
    .map((lanes) =>
      lanes.flatMap((pieces, lane) => {
        let at = 480
        return pieces.flatMap(([quarters, choice]) => {
          const minutes = Math.min(quarters * 15, 720 - at)
          if (minutes <= 0) return []
          at += minutes
          const skills = kinds[lane] ?? [...SERVICES]
          return [wish(plan, at - minutes, demand(minutes, [skills[choice % skills.length]!]))]
        })
      }),
    )

  test('all of it is booked in any order, although the first come stand in the way of the last', () => {
    fc.assert(
      fc.property(
        full.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
        (wishes) => {
          const { taken, refused } = bookAll(plan, wishes)
          expect([refused, wrongs(plan, taken)]).toEqual([0, []])
        },
      ),
      // A known set of days: on others the search may end at its bound, which refuses and never overbooks.
      { numRuns: 15, seed: 42 },
    )
  })
})
