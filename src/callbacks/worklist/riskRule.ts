import type { Callback } from '../model.ts'

export type Risk = 'late' | 'soon' | 'due' | 'later'

/**
 * How urgent an open callback is. `late`: the promise is broken or the slot is over; `soon`: less than a quarter of the
 * slot is left; `due`: the slot has begun; `later`: it has not.
 */
export function riskOf(
  { promise, dueFrom, dueUntil }: Pick<Callback, 'promise' | 'dueFrom' | 'dueUntil'>,
  now: Date,
): Risk {
  const left = dueUntil.getTime() - now.getTime()
  if (promise === 'broken' || left <= 0) return 'late'
  if (now < dueFrom) return 'later'
  return left * 4 < dueUntil.getTime() - dueFrom.getTime() ? 'soon' : 'due'
}
