import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceHours } from '../../shared/serviceHours.ts'
import { gridOn } from '../windows/gridRule.ts'
import type { OpenPromise } from './alarmModel.ts'
import { assess, cannotBeKept, loadOf, stageMoment, stagesBegun, TELL_LATE_MS } from './alarmRule.ts'
import type { Duty } from './serveRule.ts'

const MIN = 60_000
const at = (minute: number): Date => new Date(minute * MIN)
const promise = (id: string, from: number, until: number, work = 10): OpenPromise => ({
  id,
  caseId: `case of ${id}`,
  windowStart: at(from),
  windowEnd: at(until),
  promisedAt: at(0),
  workMs: work * MIN,
})
const many = (count: number, from: number, until: number): OpenPromise[] =>
  Array.from({ length: count }, (_, i) => promise(`p${String(i).padStart(2, '0')}`, from, until))
const duty = (who: string, start: number, end: number): Duty => ({
  who,
  start: start * MIN,
  end: end * MIN,
  speed: 1,
})

describe('the stages of a window', () => {
  test.each([
    [29, []],
    [30, ['half']],
    [47, ['half']],
    [48, ['half', 'four-fifths']],
    [60, ['half', 'four-fifths']],
  ])('given an hour, after %i minutes they are %j', (minute, stages) => {
    expect(stagesBegun(promise('a', 0, 60), at(minute))).toEqual(stages)
  })

  test('given any window, a stage that has begun stays, and four fifths never come before half', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 1, max: 600 }),
        fc.nat(2000),
        fc.nat(2000),
        (start, length, a, b) => {
          const window = promise('a', start, start + length)
          const [early, late] = [
            stagesBegun(window, at(Math.min(a, b))),
            stagesBegun(window, at(Math.max(a, b))),
          ]
          expect(late.slice(0, early.length)).toEqual(early)
          if (late.includes('four-fifths')) expect(late).toContain('half')
        },
      ),
    )
  })
})

describe('the stages of half a day over the night in which the clocks change', () => {
  const night = new ServiceHours({
    timeZone: 'Europe/Berlin',
    week: [{ weekday: 7, opens: '00:00', closes: '06:00' }],
    closed: () => null,
  })
  test.each([
    ['back: seven hours from midnight to six', '2026-10-25', '2026-10-25T01:30:00Z', '2026-10-25T03:36:00Z'],
    [
      'forward: five hours from midnight to six',
      '2027-03-28',
      '2027-03-28T01:30:00Z',
      '2027-03-28T03:00:00Z',
    ],
    ['not: six hours from midnight to six', '2026-11-22', '2026-11-22T02:00:00Z', '2026-11-22T03:48:00Z'],
  ])('given they go %s, half and four fifths of them', (_, date, half, fourFifths) => {
    const { start, end } = gridOn(night, date).wide.at(-1)!
    const window = { ...promise('a', 0, 0), windowStart: new Date(start), windowEnd: new Date(end) }
    expect(stageMoment(window, 'half')).toEqual(new Date(half))
    expect(stageMoment(window, 'four-fifths')).toEqual(new Date(fourFifths))
    expect(stagesBegun(window, new Date(Date.parse(half) - 1))).toEqual([])
    expect(stagesBegun(window, new Date(Date.parse(fourFifths) - 1))).toEqual(['half'])
    expect(stagesBegun(window, new Date(fourFifths))).toEqual(['half', 'four-fifths'])
  })
})

describe('the work of today and the staff', () => {
  test('given 14 promises of ten minutes and 95 minutes of staff, there is time for 9', () => {
    expect(loadOf(many(14, 0, 240), 95 * MIN)).toEqual({ promises: 14, fits: 9, tooMuch: true })
    expect(loadOf(many(9, 0, 240), 90 * MIN)).toEqual({ promises: 9, fits: 9, tooMuch: false })
  })
})

const anyPromises = fc
  .array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 30 })), {
    maxLength: 30,
  })
  .map((all) => all.map(([from, length, work], i) => promise(`p${i}`, from, from + length, work)))

describe('what needs help', () => {
  const assessed = (promises: OpenPromise[], duties: Duty[], closes = 480, minute = 0) => {
    const { load, conditions } = assess({ promises, duties, closesAt: at(closes) }, at(minute))
    return { load, conditions: [...conditions] }
  }

  test('given an hour without anybody, its promises have nobody; the next hour has', () => {
    const promises = [promise('a', 0, 60), promise('b', 60, 120)]
    const { conditions, load } = assessed(promises, [duty('x', 60, 120)])
    expect(conditions).toEqual([['a', 'nobody']])
    expect(load).toEqual({ promises: 1, fits: 1, tooMuch: false })
  })

  test('given eight calls for one person in an hour and time afterwards, the one that they do not begin is too much', () => {
    expect(assessed(many(8, 0, 60), [duty('x', 0, 120)]).conditions).toEqual([['p07', 'too-much']])
  })

  test('given more work than staff until closing, also what they would not finish in its window', () => {
    const { load, conditions } = assessed(many(8, 0, 60), [duty('x', 0, 75)])
    expect(load).toEqual({ promises: 8, fits: 7, tooMuch: true })
    expect(conditions.map(([id]) => id)).toEqual(['p06', 'p07'])
  })

  test('given enough people, or windows that are over, nothing needs help', () => {
    expect(assessed(many(8, 0, 60), [duty('x', 0, 60), duty('y', 0, 60)]).conditions).toEqual([])
    expect(assessed(many(1, 0, 60), [], 480, 60).conditions).toEqual([])
  })

  test('given promises of tomorrow, they are no matter of what today has time for', () => {
    const { load } = assessed(
      [...many(2, 0, 60), ...many(9, 1440, 1500)],
      [duty('x', 0, 60), duty('x', 1440, 1600)],
    )
    expect(load).toEqual({ promises: 2, fits: 2, tooMuch: false })
  })

  test('given any promises and staff, each is in one condition, and more time never makes fewer fit', () => {
    fc.assert(
      fc.property(anyPromises, fc.nat(480), fc.nat(480), fc.nat(480), (promises, start, length, minute) => {
        const duties = [duty('x', start, start + length)]
        const { load, conditions } = assessed(promises, duties, 480, minute)
        const open = promises.filter(({ windowEnd }) => windowEnd > at(minute))
        expect(conditions.every(([id]) => open.some((one) => one.id === id))).toBe(true)
        expect(load.fits).toBeLessThanOrEqual(load.promises)
        expect(loadOf(promises, 90 * MIN).fits).toBeGreaterThanOrEqual(loadOf(promises, 60 * MIN).fits)
        if (length === 0) expect(conditions.every(([, why]) => why === 'nobody')).toBe(true)
      }),
    )
  })
})

describe('what cannot be kept any more', () => {
  const ids = (found: OpenPromise[]) => found.map(({ id }) => id)

  test('given nobody on duty, it is told ten minutes before the end and not earlier', () => {
    expect(ids(cannotBeKept(many(1, 0, 60), [], at(49)))).toEqual([])
    expect(ids(cannotBeKept(many(1, 0, 60), [], at(50)))).toEqual(['p00'])
  })

  test('given one person and three calls, those whom they do not get to', () => {
    expect(ids(cannotBeKept(many(3, 0, 60), [duty('x', 0, 90)], at(51)))).toEqual(['p01', 'p02'])
  })

  test('given somebody free, it is told when still nobody has begun in the last moment', () => {
    expect(ids(cannotBeKept(many(1, 0, 60), [duty('x', 0, 90)], at(56)))).toEqual([])
    expect(ids(cannotBeKept(many(1, 0, 60), [duty('x', 0, 90)], at(57)))).toEqual(['p00'])
    expect(ids(cannotBeKept(many(1, 0, 60), [duty('x', 0, 90)], at(60)))).toEqual([])
  })

  test('given any promises and staff, what begins when the last of them has ended changes nothing', () => {
    const anyDuties = fc
      .array(fc.tuple(fc.nat(400), fc.nat(200)), { maxLength: 4 })
      .map((all) => all.map(([start, length], i) => duty(`who${i}`, start, start + length)))
    fc.assert(
      fc.property(anyPromises, anyDuties, fc.nat(400), (promises, duties, minute) => {
        const begun = promises.filter(({ windowStart }) => windowStart <= at(minute + TELL_LATE_MS / MIN))
        expect(ids(cannotBeKept(begun, duties, at(minute)))).toEqual(
          ids(cannotBeKept(promises, duties, at(minute))),
        )
      }),
      { numRuns: 500 },
    )
  })
})
