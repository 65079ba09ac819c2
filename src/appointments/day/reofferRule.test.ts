import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookAll, dayOf, demand, overlaps, shift, wish } from '../appointments.testkit.ts'
import { dayNumber } from '../../shared/dayClock.ts'
import { place } from '../capacity/placeRule.ts'
import type { DayPlan, Taken } from '../model.ts'
import { type Displaced, inRank, mayBeOffered, reoffer } from './reofferRule.ts'

/** Monday to Friday; the Wednesday is closed, and everybody was to come then. */
const DATES = ['2027-03-15', '2027-03-16', '2027-03-18', '2027-03-19']
const WEDNESDAY = dayOf([shift({ people: 3 })], { date: '2027-03-17' })
const NOW = Date.parse('2027-03-01T08:00:00Z')
const HOUR = 3_600_000
const RULES = { now: NOW, gridMinutes: 15 }

const days = (people: number, taken: (plan: DayPlan) => readonly Taken[] = () => []) =>
  DATES.map((date) => {
    const plan = dayOf([shift({ people })], { date })
    return { day: dayNumber(date), plan, taken: taken(plan) }
  })

function displaced(id: string, wall: number, minutes = 15): Displaced {
  const { start, demand: what } = wish(WEDNESDAY, wall, demand(minutes))
  return { id, start, wall, day: dayNumber('2027-03-17'), demand: what }
}

const spoken = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at + HOUR).toISOString().slice(5, 16)

describe('the nearest equivalent time', () => {
  test('given room, is the next day at the same time of day, rather later than earlier', () => {
    const offers = reoffer([displaced('a', 600)], days(1), RULES)
    expect(spoken(offers.get('a'))).toBe('03-18T10:00')
  })

  test('given one place at each time, who was to come first chooses first, and nobody is offered what another has', () => {
    const same = [displaced('c', 600), displaced('b', 600), displaced('a', 630)]
    const offers = reoffer(same, days(1), RULES)
    expect(spoken(offers.get('b'))).toBe('03-18T10:00')
    expect(spoken(offers.get('c'))).toBe('03-18T09:45')
    expect(spoken(offers.get('a'))).toBe('03-18T10:30')
  })

  test('given the next day is full, is the day before, then further ones', () => {
    const full = (plan: DayPlan) =>
      plan.date === '2027-03-18' ? bookAll(plan, [wish(plan, 480, demand(240))]).taken : []
    expect(spoken(reoffer([displaced('a', 600)], days(1, full), RULES).get('a'))).toBe('03-16T10:00')
  })

  test('given no room anywhere, is none', () => {
    expect(reoffer([displaced('a', 600, 300)], days(1), RULES).get('a')).toBeNull()
  })

  test('given little time, nobody is asked to come at once, nor earlier than planned without two days’ notice', () => {
    const at = Date.parse('2027-03-17T09:00:00Z')
    expect(mayBeOffered(at, at - HOUR, at - 2 * HOUR)).toBe(true)
    expect(mayBeOffered(at, at - HOUR, at - 2 * HOUR + 1)).toBe(false)
    expect(mayBeOffered(at, at + HOUR, at - 47 * HOUR)).toBe(false)
    expect(mayBeOffered(at, at + HOUR, at - 48 * HOUR)).toBe(true)
    const tuesday = Date.parse('2027-03-16T10:00:00Z')
    expect(spoken(reoffer([displaced('a', 480)], days(1), { ...RULES, now: tuesday }).get('a'))).toBe(
      '03-18T08:00',
    )
  })
})

const people = fc.integer({ min: 1, max: 3 })
const wishes = fc.array(
  fc.record({
    wall: fc.integer({ min: 32, max: 44 }).map((quarter) => quarter * 15),
    minutes: fc.constantFrom(5, 15, 30, 45),
  }),
  { maxLength: 60 },
)

describe('any number of displaced appointments', () => {
  test('all offers together fit beside what is booked', () => {
    fc.assert(
      fc.property(people, wishes, wishes, (count, lost, others) => {
        const open = days(
          count,
          (plan) =>
            bookAll(
              plan,
              others.map(({ wall, minutes }) => wish(plan, wall, demand(minutes))),
            ).taken,
        )
        const all = lost.map(({ wall, minutes }, n) =>
          displaced(`d${String(n).padStart(3, '0')}`, wall, minutes),
        )
        const offers = reoffer(all, open, RULES)
        for (const { plan, taken, day } of open) {
          let now = taken
          for (const one of inRank(all)) {
            const start = offers.get(one.id) ?? null
            if (start === null || dayNumber(new Date(start).toISOString().slice(0, 10)) !== day) continue
            const asked = { start, end: start + one.demand.minutes * 60_000, demand: one.demand }
            const found = place(plan, now, asked)
            expect(found).not.toBeNull()
            const moved = new Map(found!.moved.map((stand) => [stand.id, stand]))
            now = [
              ...now.map((other) => ({ ...other, ...moved.get(other.id) })),
              { ...asked, id: one.id, lane: found!.lane, units: found!.units },
            ]
          }
          expect(overlaps(now)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('of two alike, who was to come first is never further from the old day', () => {
    fc.assert(
      fc.property(people, wishes, (count, lost) => {
        const all = lost.map(({ wall }, n) => displaced(`d${String(n).padStart(3, '0')}`, wall))
        const offers = reoffer(all, days(count), RULES)
        const away = inRank(all).map(({ id, day }) => {
          const start = offers.get(id) ?? null
          return start === null
            ? Infinity
            : Math.abs(dayNumber(new Date(start).toISOString().slice(0, 10)) - day)
        })
        expect(away).toEqual(away.toSorted((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })
})
