import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceHours } from '../../shared/serviceHours.ts'
import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import { type Booked, capacityIn } from './capacityRule.ts'
import { dutyIn, type Staffing } from './dutyRule.ts'
import { forecastByWorkAhead, type OpenWork } from './forecast.ts'
import { gridOn, holds } from './gridRule.ts'
import { PRIOR } from './lengthRule.ts'
import { type DayFacts, judge, offersOf } from './offerRule.ts'

const MINUTE = 60_000
const WORK = 8 * MINUTE
const hours = new ServiceHours({
  timeZone: 'Europe/Berlin',
  week: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, opens: '08:00', closes: '12:30' },
    { weekday, opens: '13:30', closes: '18:00' },
  ]),
  closed: () => null,
})
/** The last two are the Sundays on which the clocks go back and forward. */
const DATES = ['2026-11-23', '2026-11-24', '2026-10-25', '2027-03-28']
const wall = (at: number) =>
  new Date(at).toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
const hourFrom = (hour: number) => `${`${hour}`.padStart(2, '0')}:00-${`${hour + 1}`.padStart(2, '0')}:00`
const label = ({ start, end }: TimeRange) => `${wall(start)}-${wall(end)}`

interface Scene {
  date: string
  /** Minutes after eight. */
  minute: number
  clerks: { from: number; to: number; share: number }[]
  /** Pieces of work in windows, by their place in the day. */
  booked: { place: number; workMs: number }[]
  overdueMs: number
  theta: number
}

function factsOf({ date, minute, clerks, booked, overdueMs, theta }: Scene): DayFacts {
  const grid = gridOn(hours, date)
  const eight = grid.hours[0]!.start
  const now = eight + minute * MINUTE
  const staffing: Staffing = {
    kind: 'roster',
    presences: clerks.map(({ from, to, share }, i) => ({
      accountId: `${i}`,
      start: eight + from * MINUTE,
      end: eight + Math.max(from, to) * MINUTE,
      share: share / 100,
    })),
  }
  const all = [...grid.hours, ...grid.wide]
  const rows: Booked[] = booked
    .map(({ place, workMs }) => ({ ...all[place % all.length]!, workMs }))
    .filter(({ end }) => end > now)
  const loose: OpenWork[] = overdueMs === 0 ? [] : [{ start: 0, end: eight, workMs: overdueMs }]
  const duty = grid.hours.filter(({ end }) => end > now).map((piece) => dutyIn(piece, staffing, now))
  return {
    grid,
    duty,
    booked: rows,
    state: { now, duty, open: [...loose, ...rows], length: PRIOR },
    forecast: forecastByWorkAhead,
    theta,
    workMs: WORK,
  }
}

const minuteOfDay = fc.integer({ min: 0, max: 600 })
const clerk = fc.record({ from: minuteOfDay, to: minuteOfDay, share: fc.integer({ min: 1, max: 100 }) })
const scene: fc.Arbitrary<Scene> = fc.record({
  date: fc.constantFrom(...DATES),
  minute: fc.integer({ min: -60, max: 600 }),
  clerks: fc.array(clerk, { maxLength: 6 }),
  booked: fc.array(fc.record({ place: fc.nat(40), workMs: fc.integer({ min: MINUTE, max: 60 * MINUTE }) }), {
    maxLength: 12,
  }),
  overdueMs: fc.oneof(fc.constant(0), fc.integer({ min: MINUTE, max: 300 * MINUTE })),
  theta: fc.double({ min: 0, max: 8, noNaN: true }),
})
/** When the first window that is offered ends. */
const firstEnd = (one: Scene): number =>
  Math.min(...offersOf(factsOf(one), true).map(({ window }) => window.end))

describe('the windows of a day', () => {
  test('given an ordinary day, are hours, two hours and half-days', () => {
    const { hours: narrow, wide } = gridOn(hours, '2026-11-23')
    expect(narrow.map(label)).toEqual([
      ...[8, 9, 10, 11].map(hourFrom),
      '12:00-12:30',
      '13:30-14:00',
      ...[14, 15, 16, 17].map(hourFrom),
    ])
    expect(wide.map(label)).toEqual([
      '08:00-10:00',
      '10:00-12:00',
      '08:00-12:30',
      '14:00-16:00',
      '16:00-18:00',
      '13:30-18:00',
    ])
  })

  test('given a long opening, it is parted at noon', () => {
    const long = new ServiceHours({
      timeZone: 'Europe/Berlin',
      week: [{ weekday: 1, opens: '07:30', closes: '16:00' }],
      closed: () => null,
    })
    expect(gridOn(long, '2026-11-23').wide.map(label)).toEqual([
      '08:00-10:00',
      '10:00-12:00',
      '12:00-14:00',
      '14:00-16:00',
      '07:30-12:00',
      '12:00-16:00',
    ])
  })

  test.each([
    [
      'back',
      '2026-10-25',
      [
        '00:00-01:00',
        '01:00-02:00',
        '02:00-02:00',
        '02:00-03:00',
        '03:00-04:00',
        '04:00-05:00',
        '05:00-06:00',
      ],
      ['00:00-02:00', '02:00-04:00', '04:00-06:00', '00:00-06:00'],
    ],
    [
      'forward',
      '2027-03-28',
      ['00:00-01:00', '01:00-03:00', '03:00-04:00', '04:00-05:00', '05:00-06:00'],
      ['00:00-03:00', '04:00-06:00', '00:00-06:00'],
    ],
  ])(
    'given the night in which the clocks go %s, as much fits into them as there are real hours',
    (_, date, narrow, wide) => {
      const week = [{ weekday: 7, opens: '00:00', closes: '06:00' }]
      const grid = gridOn(new ServiceHours({ timeZone: 'Europe/Berlin', week, closed: () => null }), date)
      expect(grid.hours.map(label)).toEqual(narrow)
      expect(grid.wide.map(label)).toEqual(wide)
      const [start, end] = [grid.hours[0]!.start, grid.hours.at(-1)!.end]
      const staffing: Staffing = { kind: 'roster', presences: [{ accountId: 'a', start, end, share: 1 }] }
      const duty = grid.hours.map((piece) => dutyIn(piece, staffing, start))
      expect(grid.hours.map((hour) => capacityIn(hour, duty))).toEqual(narrow.map(() => 51 * MINUTE))
      expect(capacityIn(grid.wide.at(-1)!, duty)).toBe(narrow.length * 51 * MINUTE)
    },
  )

  test('given any week, two windows lie in one another or apart', () => {
    const times = ['00:00', '01:30', '02:30', '06:00', '07:30', '11:15', '12:00', '13:00', '18:45', '24:00']
    const opening = fc
      .tuple(fc.nat(times.length - 2), fc.nat(times.length - 1))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => ({ weekday: 7, opens: times[from]!, closes: times[to]! }))
    fc.assert(
      fc.property(opening, fc.constantFrom('2026-10-25', '2027-03-28', '2026-11-22'), (one, date) => {
        const week = new ServiceHours({ timeZone: 'Europe/Berlin', week: [one], closed: () => null })
        const grid = gridOn(week, date)
        const all = [...grid.hours, ...grid.wide]
        for (const [i, a] of all.entries())
          for (const b of all.slice(i + 1)) expect(!overlaps(a, b) || holds(a, b) || holds(b, a)).toBe(true)
      }),
    )
  })
})

describe('offers', () => {
  const base: Scene = {
    date: '2026-11-23',
    minute: -60,
    clerks: [{ from: 0, to: 600, share: 100 }],
    booked: [],
    overdueMs: 0,
    theta: 1.645,
  }
  const offers = (part: Partial<Scene>) =>
    offersOf(factsOf({ ...base, ...part }), true).map(({ window }) => label(window))

  test('given one who sits at the counter most of the time, are as wide as a callback needs', () => {
    const share = [{ from: 0, to: 600, share: 10 }]
    expect(offers({ clerks: share })).toEqual(['08:00-10:00', '10:00-12:00', '14:00-16:00', '16:00-18:00'])
    expect(offers({ clerks: [{ from: 0, to: 600, share: 4 }] })).toEqual(['08:00-12:30', '13:30-18:00'])
  })

  test('given full hours, what is left of all of them together is offered as half a day', () => {
    const booked = Array.from({ length: 10 }, (_, place) => ({ place, workMs: 0 }))
    const { grid } = factsOf(base)
    const full = booked.map(({ place }) => ({
      place,
      workMs: Math.floor(((grid.hours[place]!.end - grid.hours[place]!.start) * 0.85) / WORK) * WORK,
    }))
    expect(offers({ booked: full, theta: 0 })).toEqual(['08:00-12:30', '13:30-18:00'])
  })

  test('given work that is overdue, near hours are not sure enough', () => {
    expect(offers({ overdueMs: 60 * MINUTE }).slice(0, 2)).toEqual(['09:00-10:00', '10:00-11:00'])
    const first = factsOf({ ...base, overdueMs: 60 * MINUTE })
    expect(judge(first.grid.hours[0]!, first)).toMatchObject({ kind: 'unsure', by: expect.any(Number) })
  })

  test('given nobody, there are none, and that is why', () => {
    expect(offers({ clerks: [] })).toEqual([])
    const facts = factsOf({ ...base, clerks: [] })
    expect(judge(facts.grid.hours[0]!, facts)).toEqual({ kind: 'nobody' })
  })

  test('given any scene, are in order and apart, of the service hours, with room and never over', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const facts = factsOf(one)
        const found = offersOf(facts, true)
        for (const [i, { window, judgement }] of found.entries()) {
          expect(window.start).toBeGreaterThanOrEqual(found[i - 1]?.window.end ?? 0)
          expect(window.end).toBeGreaterThan(facts.state.now)
          expect(hours.between(window.start, window.end)).toBe(window.end - window.start)
          expect(judgement).toMatchObject({ kind: 'free' })
          if (facts.grid.wide.includes(window)) expect(window.start).toBeGreaterThanOrEqual(facts.state.now)
        }
      }),
    )
  })

  test('given any scene, more work never makes the first offer earlier', () => {
    const more = fc.record({ place: fc.nat(40), workMs: fc.integer({ min: 1, max: 90 * MINUTE }) })
    fc.assert(
      fc.property(scene, more, fc.nat(60 * MINUTE), (one, work, overdueMs) => {
        const loaded = { ...one, booked: [...one.booked, work], overdueMs: one.overdueMs + overdueMs }
        expect(firstEnd(loaded)).toBeGreaterThanOrEqual(firstEnd(one))
      }),
    )
  })

  test('given any scene, less staff and more care never make the first offer earlier', () => {
    fc.assert(
      fc.property(scene, fc.nat(5), fc.double({ min: 0, max: 4, noNaN: true }), (one, gone, care) => {
        const fewer = { ...one, clerks: one.clerks.filter((_, i) => i !== gone), theta: one.theta + care }
        expect(firstEnd(fewer)).toBeGreaterThanOrEqual(firstEnd(one))
      }),
    )
  })

  test('given any scene, promising what is offered as long as anything is never exceeds any window', () => {
    fc.assert(
      fc.property(scene, fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }), (one, picks) => {
        const facts = factsOf({ ...one, booked: [] })
        const booked: Booked[] = []
        for (const pick of picks) {
          const now = { ...facts, booked, state: { ...facts.state, open: booked } }
          const found = offersOf(now, true)
          const chosen = found[pick % found.length]
          if (!chosen) break
          booked.push({ ...chosen.window, workMs: WORK })
        }
        for (const window of [...facts.grid.hours, ...facts.grid.wide]) {
          const capacity = facts.duty
            .filter((piece) => overlaps(piece, window))
            .reduce((sum, piece) => sum + piece.promisedMs, 0)
          const within = booked.filter((each) => window.start <= each.start && each.end <= window.end)
          expect(within.reduce((sum, { workMs }) => sum + workMs, 0)).toBeLessThanOrEqual(capacity)
        }
      }),
    )
  })
})
