import type { Estimate } from './day.ts'
import { type Random, randomFrom } from './random.ts'
import { studentBelow, studentQuantile } from './student.ts'

export interface Interval {
  value: number
  low: number
  high: number
  standardError: number
  degreesOfFreedom: number
  /** How likely a value this far from 0 is, or farther, where the truth is 0. */
  p: number
}

export interface BootstrapOptions {
  replicates?: number
  /** Days that are drawn together: what one day does to the next stays inside. */
  blockDays?: number
  seed?: number
  /** 0.95: what the interval promises. */
  level?: number
}

/** A service week: Monday's backlog is Tuesday's. */
export const BLOCK_DAYS = 5
export const REPLICATES = 2_000

/**
 * The interval of an estimate by a circular block bootstrap over days: each replicate draws blocks of consecutive days with
 * replacement, in each period by itself, and adds up what their days would have changed. The spread of the replicates is
 * the standard error. It rests on few blocks, so the interval is Student's: a period of n days in blocks of L has
 * 3n/2L degrees of freedom (Bartlett's kernel, which blocks amount to), both periods together by Satterthwaite's rule, and
 * the spread is widened by n/(n - L), because the mean that is subtracted was taken from the same days.
 *
 * Sources: Politis and Romano, "A circular block-resampling procedure for stationary data" (1992); Priestley, "Spectral
 * Analysis and Time Series" (1981), table 6.2 (degrees of freedom); Kunsch, Annals of Statistics 17 (1989), section 3 (bias).
 * How often the interval holds the truth is measured: `coverage.test.ts`.
 * @returns null where a period has too few days to tell how days differ
 */
export function bootstrapInterval(estimate: Estimate, options: BootstrapOptions = {}): Interval | null {
  const { replicates = REPLICATES, blockDays = BLOCK_DAYS, seed = 1, level = 0.95 } = options
  const random = randomFrom(seed)
  const parts = [estimate.influences.baseline, estimate.influences.trial]
    .filter((influences) => influences.length > 0)
    .map((influences) => spreadOf(influences, Math.min(blockDays, influences.length), replicates, random))
  if (parts.length === 0 || parts.some((part) => part === null)) return null
  const spreads = parts.filter((part) => part !== null)
  const variance = spreads.reduce((sum, part) => sum + part.variance, 0)
  const standardError = Math.sqrt(variance)
  const degreesOfFreedom =
    variance === 0
      ? Math.min(...spreads.map(({ df }) => df))
      : variance ** 2 / spreads.reduce((sum, part) => sum + part.variance ** 2 / part.df, 0)
  const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * standardError
  const { value } = estimate
  return {
    value,
    low: value - reach,
    high: value + reach,
    standardError,
    degreesOfFreedom,
    p:
      standardError === 0
        ? Number(value === 0)
        : 2 * studentBelow(-Math.abs(value / standardError), degreesOfFreedom),
  }
}

interface Spread {
  variance: number
  df: number
}

/** Fewer blocks than this say nothing about how blocks differ. */
const FEWEST_BLOCKS = 2

function spreadOf(
  influences: readonly number[],
  block: number,
  replicates: number,
  random: Random,
): Spread | null {
  const days = influences.length
  if (days < FEWEST_BLOCKS * block) return null
  const sums = blockSums(influences, block)
  const draws = days / block
  const whole = Math.floor(draws)
  let total = 0
  let squares = 0
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    let sum = 0
    for (let draw = 0; draw < whole; draw += 1) sum += sums[Math.floor(random() * days)]!
    total += sum
    squares += sum * sum
  }
  const mean = total / replicates
  // Whole blocks only were drawn; the days left over add their part.
  const drawn = ((squares / replicates - mean * mean) * draws) / whole
  return { variance: (drawn * days) / (days - block), df: (1.5 * days) / block }
}

/** The sum of each run of consecutive days, the last day followed by the first. */
function blockSums(influences: readonly number[], block: number): Float64Array {
  const days = influences.length
  const sums = new Float64Array(days)
  for (let first = 0; first < days; first += 1)
    for (let step = 0; step < block; step += 1) sums[first]! += influences[(first + step) % days]!
  return sums
}
