import type { Compared, DayCount, Estimate } from './day.ts'

/**
 * How far a share lies from that of before, the same weekdays compared: for each weekday that occurs in both periods the
 * difference of both shares, weighted by how much of the trial fell on it (direct standardisation).
 * Days of weekdays that occur in one period only say nothing.
 * @returns the difference as a share (0.1: ten percentage points); null where no weekday occurs in both
 */
export function weekdayDifference({ baseline, trial }: Compared): Estimate | null {
  const before = sharesOf(baseline)
  const after = sharesOf(trial)
  const both = [...after.keys()].filter((weekday) => before.has(weekday))
  const all = both.reduce((sum, weekday) => sum + after.get(weekday)!.of, 0)
  if (all === 0) return null
  const weights = new Map(both.map((weekday) => [weekday, after.get(weekday)!.of / all]))
  const value = both.reduce(
    (sum, weekday) => sum + weights.get(weekday)! * (after.get(weekday)!.share - before.get(weekday)!.share),
    0,
  )
  return {
    value,
    influences: {
      baseline: influencesOf(baseline, before, weights).map((one) => -one),
      trial: influencesOf(trial, after, weights),
    },
  }
}

/** The share of a period, each of its days weighted by its calls. @returns null for a period without any */
export function shareOf(days: readonly DayCount[]): { value: number; influences: number[] } | null {
  const of = days.reduce((sum, day) => sum + day.of, 0)
  if (of === 0) return null
  const value = days.reduce((sum, day) => sum + day.kept, 0) / of
  return { value, influences: days.map((day) => widened((day.kept - value * day.of) / of, day.of / of)) }
}

interface Share {
  of: number
  share: number
}

function sharesOf(days: readonly DayCount[]): Map<number, Share> {
  const sums = new Map<number, { kept: number; of: number }>()
  for (const { weekday, kept, of } of days) {
    const sum = sums.get(weekday) ?? { kept: 0, of: 0 }
    sums.set(weekday, { kept: sum.kept + kept, of: sum.of + of })
  }
  return new Map(
    [...sums]
      .filter(([, { of }]) => of > 0)
      .map(([weekday, { kept, of }]) => [weekday, { of, share: kept / of }]),
  )
}

function influencesOf(
  days: readonly DayCount[],
  shares: ReadonlyMap<number, Share>,
  weights: ReadonlyMap<number, number>,
): number[] {
  return days.map(({ weekday, kept, of }) => {
    const weight = weights.get(weekday) ?? 0
    const cell = shares.get(weekday)
    if (weight === 0 || !cell) return 0
    return widened((weight * (kept - cell.share * of)) / cell.of, of / cell.of)
  })
}

/**
 * A day pulls the mean towards itself and looks closer to it than it is. A day that is its mean alone tells nothing of how
 * days differ. Source: the HC2 correction, MacKinnon and White, Journal of Econometrics 29 (1985).
 * @param pull how much of the mean is this day's own, 0 to 1
 */
function widened(influence: number, pull: number): number {
  return pull < 1 ? influence / Math.sqrt(1 - pull) : 0
}
