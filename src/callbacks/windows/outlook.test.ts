import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesBetween } from '../../shared/dayClock.ts'
import { ServiceHours } from '../../shared/serviceHours.ts'
import type { Staffing } from './dutyRule.ts'
import { gridOn } from './gridRule.ts'
import { PRIOR } from './lengthRule.ts'
import { offersOf } from './offerRule.ts'
import { daysOf } from './outlook.ts'

const MINUTE = 60_000
/** Over both changes of the clock and a whole look beyond the first one. */
const FIRST_DAYS = ['2026-11-23', '2026-10-22', '2027-03-25']
const DAYS = 9

const hoursClosedOn = (closed: ReadonlySet<string>): ServiceHours =>
  new ServiceHours({
    timeZone: 'Europe/Berlin',
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '13:00' })),
    closed: (date) => (closed.has(date) ? 'Wasserrohrbruch' : null),
  })

interface Scene {
  first: string
  /** Hours after eight on the first day. */
  hour: number
  perHour: number
  theta: number
  booked: { day: number; place: number; workMs: number }[]
}

/** The end of the first window that is offered, when these days are closed after everything was booked. */
function firstEnd(
  { first, hour, perHour, theta, booked }: Scene,
  closed: readonly number[],
  noRoom = false,
): number {
  const open = hoursClosedOn(new Set())
  const dates = datesBetween(first, later(first, DAYS))
  const work = booked.map(({ day, place, workMs }) => {
    const { hours, wide } = gridOn(open, dates[day % DAYS]!)
    const all = [...hours, ...wide]
    return { ...all[place % all.length]!, workMs }
  })
  const hours = hoursClosedOn(new Set(closed.map((day) => dates[day % DAYS]!)))
  const [loose, kept] = split(
    work,
    ({ start }) => noRoom && hours.closedBecause(hours.dateOf(start)) !== null,
  )
  const now = gridOn(open, first).hours[0]!.start + hour * 60 * MINUTE
  const outlook = {
    hours,
    facts: { typical: PRIOR, wished: PRIOR, roster: false, perHour, theta },
    workMs: 8 * MINUTE,
    work: { loose, booked: kept.filter(({ end }) => end > now) },
  }
  const staffing: Staffing = { kind: 'number', perHour, typicalMs: 8 * MINUTE }
  for (const day of daysOf(new Date(now), outlook, () => staffing)) {
    const ends = offersOf(day, true).map(({ window }) => window.end)
    if (ends.length > 0) return Math.min(...ends)
  }
  return Infinity
}

function split<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10)

const scene: fc.Arbitrary<Scene> = fc.record({
  first: fc.constantFrom(...FIRST_DAYS),
  hour: fc.integer({ min: -2, max: 15 }),
  perHour: fc.integer({ min: 1, max: 20 }),
  theta: fc.double({ min: 0, max: 8, noNaN: true }),
  booked: fc.array(
    fc.record({ day: fc.nat(DAYS - 1), place: fc.nat(9), workMs: fc.integer({ min: 1, max: 90 * MINUTE }) }),
    { maxLength: 20 },
  ),
})

describe('days that are closed after work was booked on them', () => {
  test('given any work and any closures, the first offer never comes earlier for them', () => {
    const closed = fc.uniqueArray(fc.nat(DAYS - 1), { maxLength: DAYS })
    fc.assert(
      fc.property(scene, closed, (one, days) => {
        expect(firstEnd(one, days)).toBeGreaterThanOrEqual(firstEnd(one, []))
      }),
      { numRuns: 500 },
    )
  })

  test('given any work and any closures, what stood on closed days counts as work without room does', () => {
    const closed = fc.uniqueArray(fc.nat(DAYS - 1), { minLength: 1, maxLength: DAYS })
    const early = scene.map((one) => ({ ...one, hour: -1 }))
    fc.assert(
      fc.property(early, closed, (one, days) => {
        expect(firstEnd(one, days)).toBe(firstEnd(one, days, true))
      }),
      { numRuns: 500 },
    )
  })

  test('given any day that is closed, its work comes before what is offered after it', () => {
    // All hours of the day are full: on the day after, at the same pace, nothing is through before it closes.
    const full = [0, 1, 2, 3, 4].map((place) => ({ place, workMs: 64 * MINUTE }))
    for (let day = 0; day < DAYS - 1; day += 1) {
      const booked = full.map((one) => ({ ...one, day }))
      const one = { first: '2026-11-23', hour: -1, perHour: 8, theta: 0, booked }
      const before = Array.from({ length: day }, (_, earlier) => earlier)
      const offered = firstEnd(one, [...before, day])
      const next = gridOn(hoursClosedOn(new Set()), later(one.first, day + 1))
      expect(offered).toBe(next.hours.at(-1)!.end)
    }
  })
})
