import type { Verdict } from '../comparison/verdictRule.ts'

export type Recommendation = 'continue' | 'adapt' | 'end' | 'undecided'

/**
 * What the rule that was chosen before says, from the verdicts in the order of the targets.
 * `all`: continue where each is met; end where the first is not met; adapt where another is not; undecided where all that
 * is missing is data. `first`: the first alone decides whether to go on; another that is not met says what to adapt.
 */
export function recommendation(rule: 'all' | 'first', verdicts: readonly Verdict[]): Recommendation {
  const [first, ...others] = verdicts
  if (first === 'not-met') return 'end'
  if (rule === 'first' && first !== 'met') return 'undecided'
  if (others.includes('not-met')) return 'adapt'
  if (rule === 'first') return 'continue'
  return verdicts.length > 0 && verdicts.every((one) => one === 'met') ? 'continue' : 'undecided'
}
