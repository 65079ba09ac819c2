import { bootstrapInterval, type BootstrapOptions } from '../comparison/blockBootstrap.ts'
import type { Compared, DayCount } from '../comparison/day.ts'
import { detectableChange } from '../comparison/enoughData.ts'
import { levelChange } from '../comparison/segmentedRegression.ts'
import { standTogether, verdictOf } from '../comparison/verdictRule.ts'
import { shareOf, weekdayDifference } from '../comparison/weekdayDifference.ts'
import { FIGURE_RULES, type TrialFigure } from '../plan/figures.ts'
import { costOf, waitsOf } from './costOf.ts'
import { countsOf } from './countsOf.ts'
import type { TrialInputs } from './inputs.ts'
import { recommendation } from './recommendRule.ts'
import type { EstimateShown, JudgedFigure, TrialResult } from './contract.ts'
import { seedOf } from './seedOf.ts'

/** The result of a trial: of the same inputs always the same digits. The method: docs/trial.md. */
export function judge(inputs: TrialInputs): TrialResult {
  const seed = seedOf(inputs.trialId)
  const judged = inputs.plan.targets.map(({ figure, share }) => judgeFigure(inputs, figure, share, seed))
  const known = judged.filter(({ change }) => change !== null)
  const stands = standTogether(known.map(({ change }) => change!.p))
  const figures = judged.map((one): JudgedFigure => {
    const { change, ...rest } = one
    return { ...rest, change: change && { ...change, stands: stands[known.indexOf(one)]! } }
  })
  const [first] = figures
  return {
    answer: answerOf(first),
    recommendation: recommendation(
      inputs.plan.rule,
      figures.map(({ verdict }) => verdict),
    ),
    figures,
    sensitivity: first ? sensitivityOf(inputs, first.figure, seed) : [],
    cost: costOf(inputs),
    waits: waitsOf(inputs),
  }
}

type Judged = Omit<JudgedFigure, 'change'> & {
  change: Omit<NonNullable<JudgedFigure['change']>, 'stands'> | null
}

function judgeFigure(inputs: TrialInputs, figure: TrialFigure, target: number, seed: number): Judged {
  const { baseline, trial } = comparedIn(inputs, figure)
  const after = estimateOf(trial, { seed })
  const bound = { is: FIGURE_RULES[figure].better, value: target }
  const sure =
    after?.low === null || after?.high === null || !after ? null : { low: after.low, high: after.high }
  const change = differenceOf({ baseline, trial }, { seed })
  return {
    figure,
    target,
    verdict: verdictOf(sure, bound),
    trial: after,
    before: estimateOf(baseline, { seed }),
    change: change && { ...spanOf(change), p: change.p },
    level: levelOf({ baseline, trial }, seed),
    detectable: baseline.length === 0 ? null : detectableChange(baseline, trial.length),
  }
}

/** The days of both periods as one figure counts them; where nobody counted, no day. */
function comparedIn({ baseline, trial }: TrialInputs, figure: TrialFigure): Compared {
  return { baseline: countsOf(baseline.days, figure), trial: countsOf(trial.days, figure) }
}

function estimateOf(days: readonly DayCount[], options: BootstrapOptions): EstimateShown | null {
  const share = shareOf(days)
  if (!share) return null
  const { value, influences } = share
  const interval = bootstrapInterval({ value, influences: { baseline: [], trial: influences } }, options)
  const total = (of: 'kept' | 'of') => days.reduce((sum, day) => sum + day[of], 0)
  return {
    value,
    low: interval && Math.max(0, interval.low),
    high: interval && Math.min(1, interval.high),
    kept: total('kept'),
    of: total('of'),
    days: days.length,
  }
}

function differenceOf(compared: Compared, options: BootstrapOptions) {
  if (compared.baseline.length === 0 || compared.trial.length === 0) return null
  const difference = weekdayDifference(compared)
  return difference && bootstrapInterval(difference, options)
}

function levelOf(compared: Compared, seed: number) {
  if (compared.baseline.length === 0 || compared.trial.length === 0) return null
  const change = levelChange(compared)
  const interval = change && bootstrapInterval(change, { seed })
  return interval && spanOf(interval)
}

const spanOf = ({ value, low, high }: { value: number; low: number; high: number }) => ({ value, low, high })

function answerOf(first: JudgedFigure | undefined): TrialResult['answer'] {
  if (!first?.before) return 'nothing-before'
  const { change } = first
  if (!change?.stands || change.value === 0) return 'not-known'
  const more = change.value > 0
  return more === (FIGURE_RULES[first.figure].better === 'at-least') ? 'better' : 'worse'
}

/** What the first target's change would be had it been worked out otherwise: with special days, days apart, two weeks together. */
function sensitivityOf(inputs: TrialInputs, figure: TrialFigure, seed: number): TrialResult['sensitivity'] {
  const all = ({ days, special }: TrialInputs['trial']) =>
    [...days, ...special].toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const plain = comparedIn(inputs, figure)
  const withSpecial = {
    baseline: countsOf(all(inputs.baseline), figure),
    trial: countsOf(all(inputs.trial), figure),
  }
  const ways = [
    ['special-days', withSpecial, { seed }],
    ['single-days', plain, { seed, blockDays: 1 }],
    ['two-weeks', plain, { seed, blockDays: 10 }],
  ] as const
  return ways.flatMap(([by, compared, options]) => {
    const interval = differenceOf(compared, options)
    return interval ? [{ by, ...spanOf(interval) }] : []
  })
}
