import type { Compared, DayCount, Estimate } from './day.ts'
import { leastSquares } from './leastSquares.ts'

/**
 * The change of level at the beginning of a trial, trend and load taken out (interrupted time series): a day's share is its
 * weekday's, plus a straight line through all days, plus so much for a day busier than usual, plus the change from the
 * first day of the trial on. Each day counts by its calls. Few days carry the line, so each is widened by what it pulls (HC3).
 * Source: Wagner et al., "Segmented regression analysis of interrupted time series studies", J. Clin. Pharm. Ther. 27 (2002).
 * @returns the change as a share; null where the days do not tell these apart
 */
export function levelChange({ baseline, trial }: Compared): Estimate | null {
  const days = [...baseline, ...trial]
  const counted = days.filter(({ of }) => of > 0)
  if (counted.length < days.length)
    return levelChange({ baseline: counting(baseline), trial: counting(trial) })
  const rows = rowsOf(days, baseline.length)
  const fit = leastSquares(
    rows,
    days.map(({ kept, of }) => kept / of),
    days.map(({ of }) => of),
  )
  if (!fit) return null
  const influences = days.map((_, index) => {
    const pull = Math.min(fit.leverages[index]!, 1)
    return pull < 1 - 1e-9 ? (fit.weightsOf(CHANGE)[index]! * fit.residuals[index]!) / (1 - pull) : 0
  })
  return {
    value: fit.coefficients[CHANGE]!,
    influences: {
      baseline: influences.slice(0, baseline.length),
      trial: influences.slice(baseline.length),
    },
  }
}

const counting = (days: readonly DayCount[]): DayCount[] => days.filter(({ of }) => of > 0)

/** The columns of a row: the change first, then trend, load, and one for each weekday that occurs. */
const CHANGE = 0

function rowsOf(days: readonly DayCount[], trialFrom: number): number[][] {
  const weekdays = [...new Set(days.map(({ weekday }) => weekday))].toSorted((one, other) => one - other)
  const meanLoad = days.reduce((sum, { load }) => sum + Math.log(load), 0) / days.length
  return days.map(({ weekday, load }, index) => [
    index < trialFrom ? 0 : 1,
    index / days.length,
    Math.log(load) - meanLoad,
    ...weekdays.map((one) => (one === weekday ? 1 : 0)),
  ])
}
