import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapInterval } from './blockBootstrap.ts'
import type { DayCount } from './day.ts'
import { daysToDetect, detectableChange } from './enoughData.ts'
import { leastSquares } from './leastSquares.ts'
import { randomFrom } from './random.ts'
import { levelChange } from './segmentedRegression.ts'
import { studentBelow, studentQuantile } from './student.ts'
import { syntheticTrial } from './synthetic.testkit.ts'
import { standTogether, verdictOf } from './verdictRule.ts'
import { shareOf, weekdayDifference } from './weekdayDifference.ts'

const dayOf = (weekday: number, kept: number, of: number, load = of): DayCount => ({
  day: '2026-09-01',
  weekday,
  kept,
  of,
  load,
})

describe('random numbers', () => {
  test('given a seed, are the same each time and lie between 0 and 1', () => {
    const [one, other] = [randomFrom(7), randomFrom(7)]
    const numbers = Array.from({ length: 10_000 }, () => one())
    expect(numbers).toEqual(Array.from({ length: 10_000 }, () => other()))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(numbers.reduce((sum, n) => sum + n, 0) / numbers.length).toBeCloseTo(0.5, 1)
    expect(randomFrom(8)()).not.toBe(randomFrom(7)())
  })
})

describe("Student's distribution", () => {
  // Fisher and Yates, "Statistical Tables", table III.
  test.each([
    [0.975, 1, 12.7062],
    [0.975, 5, 2.5706],
    [0.975, 10, 2.2281],
    [0.95, 20, 1.7247],
    [0.995, 30, 2.75],
    [0.975, 1e6, 1.96],
  ])('has %d below the value of the tables for %d degrees', (share, df, value) => {
    expect(studentQuantile(share, df)).toBeCloseTo(value, 3)
    expect(studentQuantile(1 - share, df)).toBeCloseTo(-value, 3)
  })

  test('given a share, the quantile has that share below it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.8, max: 300, noNaN: true }),
        (share, df) => {
          expect(studentBelow(studentQuantile(share, df), df)).toBeCloseTo(share, 8)
        },
      ),
    )
  })
})

describe('least squares', () => {
  test('given values on a line, finds the line and no residual', () => {
    const fit = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 5],
      ],
      [3, 5, 7, 13],
      [1, 2, 3, 4],
    )!
    expect(fit.coefficients[0]).toBeCloseTo(3, 10)
    expect(fit.coefficients[1]).toBeCloseTo(2, 10)
    for (const residual of fit.residuals) expect(residual).toBeCloseTo(0, 10)
    expect(fit.leverages.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2, 10)
  })

  test('given weights, counts a value as often as it weighs', () => {
    const weighted = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [1, 5, 4],
      [1, 3, 2],
    )!
    const repeated = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 2],
        [1, 2],
      ],
      [1, 5, 5, 5, 4, 4],
      [1, 1, 1, 1, 1, 1],
    )!
    expect(weighted.coefficients[0]).toBeCloseTo(repeated.coefficients[0]!, 10)
    expect(weighted.coefficients[1]).toBeCloseTo(repeated.coefficients[1]!, 10)
  })

  test('given columns that say the same, says that it cannot tell them apart', () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
        [1, 1, 1],
      ),
    ).toBeNull()
  })
})

describe('the difference by weekday', () => {
  test('given the hand-computed example, is equal to the digit', () => {
    // Monday 20/100 -> 60/200; Tuesday 30/60 -> 90/100. Weights 2/3 and 1/3: 2/3 * 0.1 + 1/3 * 0.4 = 0.2.
    const compared = {
      baseline: [dayOf(1, 12, 50), dayOf(2, 10, 30), dayOf(1, 8, 50), dayOf(2, 20, 30)],
      trial: [dayOf(1, 40, 100), dayOf(2, 45, 50), dayOf(1, 20, 100), dayOf(2, 45, 50)],
    }
    expect(weekdayDifference(compared)!.value).toBeCloseTo(0.2, 12)
  })

  test('given more Mondays in the trial than before, does not take the mix of days for a change', () => {
    const week = [dayOf(1, 20, 100), dayOf(2, 80, 100)]
    const compared = { baseline: [...week, ...week], trial: [...week, dayOf(1, 20, 100), dayOf(1, 20, 100)] }
    expect(weekdayDifference(compared)!.value).toBeCloseTo(0, 12)
  })

  test('given no weekday in both periods, says nothing', () => {
    expect(weekdayDifference({ baseline: [dayOf(1, 1, 2)], trial: [dayOf(2, 1, 2)] })).toBeNull()
    expect(weekdayDifference({ baseline: [], trial: [] })).toBeNull()
    expect(shareOf([dayOf(1, 0, 0)])).toBeNull()
  })
})

describe('the change of level', () => {
  test('given a rise that began long before, finds the change alone', () => {
    const days = Array.from({ length: 80 }, (_, index) => {
      const of = 100_000
      const share = 0.3 + 0.002 * index + (index % 5 === 0 ? -0.05 : 0) + (index < 60 ? 0 : 0.1)
      return dayOf((index % 5) + 1, Math.round(share * of), of, of * (1 + (index % 7) / 10))
    })
    const compared = { baseline: days.slice(0, 60), trial: days.slice(60) }
    expect(levelChange(compared)!.value).toBeCloseTo(0.1, 4)
    expect(weekdayDifference(compared)!.value).toBeGreaterThan(0.15)
  })
})

describe('the interval', () => {
  const estimate = () =>
    weekdayDifference(
      syntheticTrial(
        {
          baselineDays: 60,
          trialDays: 22,
          callsADay: 100,
          share: 0.5,
          effect: 0.1,
          memory: 0.3,
          spread: 0.05,
          loadEffect: 0,
          trend: 0,
        },
        randomFrom(3),
      ),
    )!

  test('given the same days and seed, is the same', () => {
    expect(bootstrapInterval(estimate())).toEqual(bootstrapInterval(estimate()))
  })

  test('given a demand to be surer, is wider, and holds the estimate in its middle', () => {
    const [usual, surer] = [bootstrapInterval(estimate())!, bootstrapInterval(estimate(), { level: 0.99 })!]
    expect(surer.high - surer.low).toBeGreaterThan(usual.high - usual.low)
    expect((usual.low + usual.high) / 2).toBeCloseTo(usual.value, 10)
  })

  test('given fewer than two blocks of days, says that it cannot tell', () => {
    const nine = Array.from({ length: 9 }, () => 0.01)
    expect(bootstrapInterval({ value: 0.1, influences: { baseline: nine, trial: nine } })).toBeNull()
  })
})

describe('enough data', () => {
  const baseline = syntheticTrial(
    {
      baselineDays: 60,
      trialDays: 0,
      callsADay: 200,
      share: 0.5,
      effect: 0,
      memory: 0.3,
      spread: 0.06,
      loadEffect: 0,
      trend: 0,
    },
    randomFrom(11),
  ).baseline

  test('given more days, tells smaller changes', () => {
    const [twelve, forty] = [detectableChange(baseline, 12)!, detectableChange(baseline, 40)!]
    expect(forty).toBeLessThan(twelve)
    expect(daysToDetect(baseline, twelve)).toBe(12)
    expect(daysToDetect(baseline, 0.000_1)).toBeNull()
    expect(detectableChange(baseline, 4)).toBeNull()
  })
})

describe('the verdict', () => {
  test.each([
    [{ low: 0.76, high: 0.81 }, 'at-least', 0.75, 'met'],
    [{ low: 0.7, high: 0.81 }, 'at-least', 0.75, 'not-enough-data'],
    [{ low: 0.6, high: 0.74 }, 'at-least', 0.75, 'not-met'],
    [{ low: 0.02, high: 0.04 }, 'at-most', 0.05, 'met'],
    [{ low: 0.06, high: 0.09 }, 'at-most', 0.05, 'not-met'],
    [{ low: 0.04, high: 0.09 }, 'at-most', 0.05, 'not-enough-data'],
    [null, 'at-least', 0.75, 'not-enough-data'],
  ] as const)('given %o, %s %d is %s', (interval, is, value, verdict) => {
    expect(verdictOf(interval, { is, value })).toBe(verdict)
  })

  test('given several targets, one that would stand alone falls with the others', () => {
    expect(standTogether([0.04])).toEqual([true])
    expect(standTogether([0.04, 0.2])).toEqual([false, false])
    expect(standTogether([0.2, 0.01])).toEqual([false, true])
    expect(standTogether([0.001, 0.02, 0.04])).toEqual([true, true, true])
  })
})
