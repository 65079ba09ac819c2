import type { Interval } from './blockBootstrap.ts'

export type Verdict = 'met' | 'not-met' | 'not-enough-data'

/** A bound that a figure is to keep, or a change that it is to show. */
export interface Bound {
  is: 'at-least' | 'at-most'
  value: number
}

/**
 * Met where the whole interval keeps the bound, not met where none of it does. What lies between is not known yet: the
 * figure itself may look well by chance.
 */
export function verdictOf(interval: Pick<Interval, 'low' | 'high'> | null, { is, value }: Bound): Verdict {
  if (!interval) return 'not-enough-data'
  const [worst, best] = is === 'at-least' ? [interval.low, interval.high] : [-interval.high, -interval.low]
  const bound = is === 'at-least' ? value : -value
  if (worst >= bound) return 'met'
  return best < bound ? 'not-met' : 'not-enough-data'
}

/**
 * Which of several changes stand when they are judged together: with ten targets one in twenty is no longer rare.
 * Source: Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979).
 * @param ps as `Interval.p`, in any order @returns in that order
 */
export function standTogether(ps: readonly number[], error = 0.05): boolean[] {
  const order = ps.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p)
  const firstThatFalls = order.findIndex(({ p }, rank) => p > error / (ps.length - rank))
  const standing = new Set(
    order.slice(0, firstThatFalls === -1 ? ps.length : firstThatFalls).map(({ index }) => index),
  )
  return ps.map((_, index) => standing.has(index))
}
