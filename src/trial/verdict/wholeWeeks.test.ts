import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesBetween, dateOfNumber, dayNumber } from '../../shared/dayClock.ts'
import { wholeWeeks } from './wholeWeeks.ts'

describe('the weeks of a trial that are over', () => {
  test('given a start on a Wednesday, its first week is short, and the running one is none', () => {
    expect(wholeWeeks({ from: '2026-09-16', to: '2026-10-13' }, '2026-09-30')).toEqual([
      { from: '2026-09-16', to: '2026-09-20' },
      { from: '2026-09-21', to: '2026-09-27' },
    ])
  })

  test('given a Sunday, its week is not over before midnight', () => {
    const period = { from: '2026-09-14', to: '2026-10-13' }
    expect(wholeWeeks(period, '2026-09-20')).toEqual([])
    expect(wholeWeeks(period, '2026-09-21')).toHaveLength(1)
  })

  test('given its last day is over, the last week ends with it', () => {
    expect(wholeWeeks({ from: '2026-09-14', to: '2026-10-13' }, '2026-10-14').at(-1)).toEqual({
      from: '2026-10-12',
      to: '2026-10-13',
    })
  })

  test('given any period and any day, they are its first days in a row, none of them today', () => {
    const day = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2027-12-31') })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 100 }), day, (first, length, now) => {
        const [from, to, today] = [dateOfNumber(first), dateOfNumber(first + length), dateOfNumber(now)]
        const days = wholeWeeks({ from, to }, today).flatMap((week) => datesBetween(week.from, week.to))
        expect(days).toEqual(datesBetween(from, to).slice(0, days.length))
        expect(days.every((one) => one < today)).toBe(true)
        // What is left of the period is less than a week, or not over.
        const next = datesBetween(from, to)[days.length]
        if (next !== undefined) expect(now - dayNumber(next)).toBeLessThan(7)
      }),
    )
  })
})
