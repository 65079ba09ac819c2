import { BLOCK_DAYS, bootstrapInterval } from './blockBootstrap.ts'
import type { DayCount } from './day.ts'
import { studentQuantile } from './student.ts'
import { shareOf } from './weekdayDifference.ts'

/** How sure one wants to be to see a change that is there. */
const POWER = 0.8
const LEVEL = 0.95

/**
 * The smallest change of a share that a trial of so many days would show: one that four in five such trials call a change,
 * when one in twenty without any does. The baseline says how days differ; the trial's are taken to differ alike.
 * Source: the usual two-sample formula, d = (t(1 - a/2) + t(power)) times the standard error of the difference.
 * @returns a share (0.1: ten percentage points); null where the baseline has too few days
 */
export function detectableChange(baseline: readonly DayCount[], trialDays: number): number | null {
  if (trialDays < 2 * BLOCK_DAYS) return null
  const share = shareOf(baseline)
  const before =
    share && bootstrapInterval({ value: share.value, influences: { baseline: share.influences, trial: [] } })
  if (!before) return null
  const variance = before.standardError ** 2
  const after = (variance * baseline.length) / trialDays
  const df =
    (variance + after) ** 2 / (variance ** 2 / before.degreesOfFreedom + after ** 2 / freedomOf(trialDays))
  const standardErrors = studentQuantile((1 + LEVEL) / 2, df) + studentQuantile(POWER, df)
  return standardErrors * Math.sqrt(variance + after)
}

/** The fewest days of a trial that show a change of this size. @returns null for more than `most` */
export function daysToDetect(baseline: readonly DayCount[], change: number, most = 250): number | null {
  for (let days = 2 * BLOCK_DAYS; days <= most; days += 1) {
    const smallest = detectableChange(baseline, days)
    if (smallest === null) return null
    if (smallest <= change) return days
  }
  return null
}

const freedomOf = (days: number): number => (1.5 * days) / BLOCK_DAYS
