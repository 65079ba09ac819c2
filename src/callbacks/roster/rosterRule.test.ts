import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesBetween } from '../../shared/dayClock.ts'
import { ServiceHours } from '../../shared/serviceHours.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import type { Absence, RosterEntry } from './model.ts'
import { anEntry } from './roster.testkit.ts'
import { expandRoster, workIn } from './rosterRule.ts'

const TEAM = 'team'
const HOUR = 3_600_000
const at = (text: string): number => Date.parse(text)
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Open around the clock, so that nothing else cuts. */
const always = new ServiceHours({
  timeZone: 'Europe/Berlin',
  week: everyDay.map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
  closed: () => null,
})
const office = new ServiceHours({
  timeZone: 'Europe/Berlin',
  week: everyDay.flatMap((weekday) => [
    { weekday, opens: '08:00', closes: '12:30' },
    { weekday, opens: '13:30', closes: '16:00' },
  ]),
  closed: (date) => (date === '2026-11-24' ? 'Personalversammlung' : null),
})
const entry = (overrides: Partial<RosterEntry> = {}) =>
  anEntry({ teamId: TEAM, accountId: 'anna', ...overrides })
const spans = (
  entries: RosterEntry[],
  range: TimeRange,
  { hours = always, absences = [] }: { hours?: ServiceHours; absences?: Absence[] } = {},
) =>
  expandRoster({ entries, absences }, TEAM, hours, range).map(
    ({ start, end, accountId }) =>
      `${accountId} ${new Date(start).toISOString().slice(0, 16)} ${(end - start) / HOUR}`,
  )
/** The week of Monday, 23 November 2026. */
const WEEK = { start: at('2026-11-22T23:00:00Z'), end: at('2026-11-29T23:00:00Z') }

describe('expandRoster', () => {
  test('given a break and service hours with one of their own, what both leave', () => {
    const day = entry({ opens: 420, closes: 1020, pause: { opens: 720, closes: 840 } })
    expect(spans([day], WEEK, { hours: office })).toEqual([
      'anna 2026-11-23T07:00 4',
      'anna 2026-11-23T13:00 2',
    ])
  })

  test('given a closure, nobody on that day', () => {
    const days = [1, 2].map((weekday) => entry({ weekday }))
    expect(spans(days, WEEK, { hours: office })).toEqual([
      'anna 2026-11-23T07:00 4.5',
      'anna 2026-11-23T12:30 2.5',
    ])
  })

  test('given a day of its own, it stands instead of the week, also for another team', () => {
    const week = [entry(), entry({ accountId: 'ben' })]
    const other = (teamId: string) =>
      entry({ kind: 'day', teamId, opens: 600, closes: 660, from: '2026-11-23', until: '2026-11-23' })
    expect(spans([...week, other(TEAM)], WEEK)).toEqual(['ben 2026-11-23T07:00 8', 'anna 2026-11-23T09:00 1'])
    expect(spans([...week, other('another')], WEEK)).toEqual(['ben 2026-11-23T07:00 8'])
  })

  test('given every other week, the weeks in between are free', () => {
    const twice = entry({ everyWeeks: 2, from: '2026-11-25' })
    const month = { start: WEEK.start, end: at('2026-12-31T00:00:00Z') }
    expect(spans([twice], month)).toEqual(['anna 2026-12-07T07:00 8', 'anna 2026-12-21T07:00 8'])
  })

  test('given an absence without end, nobody from its first day on', () => {
    const days = [1, 2, 3].map((weekday) => entry({ weekday }))
    const absences = [{ id: 'a', accountId: 'anna', from: '2026-11-24', until: null }]
    expect(spans(days, WEEK, { absences })).toEqual(['anna 2026-11-23T07:00 8'])
  })

  test('given the nights the clocks change, wall clock times: an hour less, an hour more', () => {
    const night = entry({ weekday: 7, opens: 60, closes: 240 })
    const spring = { start: at('2026-03-28T23:00:00Z'), end: at('2026-03-29T22:00:00Z') }
    const autumn = { start: at('2026-10-24T22:00:00Z'), end: at('2026-10-25T23:00:00Z') }
    expect(spans([night], spring)).toEqual(['anna 2026-03-29T00:00 2'])
    expect(spans([night], autumn)).toEqual(['anna 2026-10-24T23:00 4'])
    const day = entry({ weekday: 7 })
    expect(spans([day], spring)).toEqual(['anna 2026-03-29T06:00 8'])
    expect(spans([day], autumn)).toEqual(['anna 2026-10-25T07:00 8'])
  })
})

test('given half a share, a quarter of an hour in each half hour of it', () => {
  const presences = [{ start: 0, end: 2 * HOUR, accountId: 'anna', share: 0.5 }]
  expect(workIn(presences, { start: HOUR / 2, end: HOUR })).toBe(HOUR / 4)
  expect(workIn(presences, { start: 2 * HOUR, end: 3 * HOUR })).toBe(0)
})

const DATES = datesBetween('2026-10-12', '2026-11-08')
const anyDate = fc.constantFrom(...DATES)
const anyEntry = fc
  .record({
    accountId: fc.constantFrom('anna', 'ben'),
    weekday: fc.integer({ min: 1, max: 7 }),
    opens: fc.integer({ min: 0, max: 1000 }),
    length: fc.integer({ min: 30, max: 400 }),
    share: fc.integer({ min: 1, max: 100 }),
    everyWeeks: fc.constantFrom(1 as const, 2 as const),
    from: anyDate,
    until: fc.option(anyDate),
    pause: fc.boolean(),
  })
  .map(({ length, pause, until, from, ...rest }) =>
    entry({
      ...rest,
      from,
      until: until !== null && until < from ? from : until,
      closes: rest.opens + length,
      pause: pause ? { opens: rest.opens + 10, closes: rest.opens + 20 } : null,
    }),
  )
const anyAbsence = fc.record({
  id: fc.constant('a'),
  accountId: fc.constantFrom('anna', 'ben'),
  from: anyDate,
  until: fc.constant(null),
})
const MONTH = { start: at('2026-10-11T22:00:00Z'), end: at('2026-11-08T23:00:00Z') }

describe('given any roster over a clock change', () => {
  test('every presence lies in one opening and in the range, in order, and on no day of an absence', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), fc.array(anyAbsence), (entries, absences) => {
        const found = expandRoster({ entries, absences }, TEAM, office, MONTH)
        for (const one of found) {
          const openings = office.openingsOn(office.dateOf(one.start))
          expect(openings.some((open) => open.start <= one.start && one.end <= open.end)).toBe(true)
          expect(one.start).toBeLessThan(one.end)
          const date = office.dateOf(one.start)
          expect(absences.some((a) => a.accountId === one.accountId && a.from <= date)).toBe(false)
        }
        expect(found.map(({ start }) => start)).toEqual(
          found.map(({ start }) => start).toSorted((a, b) => a - b),
        )
      }),
    )
  })

  test('cut anywhere, the parts are as much work as the whole', () => {
    fc.assert(
      fc.property(
        fc.array(anyEntry, { maxLength: 8 }),
        fc.integer({ min: MONTH.start, max: MONTH.end }),
        (entries, middle) => {
          const roster = { entries, absences: [] }
          const work = (range: TimeRange) => workIn(expandRoster(roster, TEAM, office, range), range)
          const whole = work(MONTH)
          const parts = work({ start: MONTH.start, end: middle }) + work({ start: middle, end: MONTH.end })
          expect(parts).toBeCloseTo(whole, 3)
          expect(
            workIn(expandRoster(roster, TEAM, office, MONTH), { start: MONTH.start, end: middle }),
          ).toBeCloseTo(work({ start: MONTH.start, end: middle }), 3)
        },
      ),
    )
  })
})
