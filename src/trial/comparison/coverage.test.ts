import { expect, test } from 'vitest'
import { bootstrapInterval } from './blockBootstrap.ts'
import type { Compared, Estimate } from './day.ts'
import { randomFrom } from './random.ts'
import { levelChange } from './segmentedRegression.ts'
import { type Synthetic, syntheticTrial } from './synthetic.testkit.ts'
import { weekdayDifference } from './weekdayDifference.ts'

const TRIALS = 500
/** Three months before a month of trial, with good and bad days that last. */
const usual: Synthetic = {
  baselineDays: 65,
  trialDays: 22,
  callsADay: 200,
  share: 0.5,
  effect: 0.1,
  memory: 0.3,
  spread: 0.06,
  loadEffect: -0.1,
  trend: 0,
}

interface Tally {
  /** Share of trials whose interval holds the truth. */
  held: number
  /** Share of trials that are called an improvement. */
  better: number
}

function tally(of: Synthetic, estimate: (compared: Compared) => Estimate | null): Tally {
  const intervals = Array.from({ length: TRIALS }, (_, index) => {
    const estimated = estimate(syntheticTrial(of, randomFrom(7_919 * index + 13)))
    return estimated && bootstrapInterval(estimated, { replicates: 400, seed: index })
  })
  const shareOf = (is: (interval: { low: number; high: number }) => boolean): number =>
    intervals.filter((interval) => interval && is(interval)).length / TRIALS
  return {
    held: shareOf(({ low, high }) => low <= of.effect && of.effect <= high),
    better: shareOf(({ low }) => low > 0),
  }
}

test.each([
  ['the difference by weekday', weekdayDifference, {}],
  ['the difference by weekday, a month before', weekdayDifference, { baselineDays: 22 }],
  ['the difference by weekday, few calls', weekdayDifference, { callsADay: 60 }],
  ['the difference by weekday, days that know nothing of each other', weekdayDifference, { memory: 0 }],
  ['the change of level', levelChange, {}],
  ['the change of level on a rise', levelChange, { trend: 0.15 }],
  ['the change of level, few calls', levelChange, { callsADay: 60 }],
] as const)('%s holds the truth in 93 to 97 of 100 trials', (name, estimate, other) => {
  const { held } = tally({ ...usual, ...other }, estimate)
  process.stdout.write(`${name}: ${(held * 100).toFixed(1)} %\n`)
  expect(held).toBeGreaterThanOrEqual(0.93)
  expect(held).toBeLessThanOrEqual(0.97)
})

test.each([
  ['the difference by weekday', weekdayDifference],
  ['the change of level', levelChange],
] as const)('%s calls no effect an improvement in fewer than 5 of 100 trials', (name, estimate) => {
  const { better } = tally({ ...usual, effect: 0 }, estimate)
  process.stdout.write(`${name}, no effect: ${(better * 100).toFixed(1)} % called an improvement\n`)
  expect(better).toBeLessThan(0.05)
})

test('the plain difference takes a rise that was there before for an effect, which is why the change of level stands beside it', () => {
  const rising = { ...usual, effect: 0, trend: 0.15 }
  expect(tally(rising, weekdayDifference).better).toBeGreaterThan(0.3)
  expect(tally(rising, levelChange).better).toBeLessThan(0.05)
})
