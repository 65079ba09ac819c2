import type { Attempt, AttemptResult } from '../model.ts'

type Moments = Pick<Attempt, 'rangAt' | 'answeredAt'>

/**
 * The moments of an attempt once its result is known. A telephone of the clerk's own tells nothing: it rang when the
 * clerk pressed "call". Where the telephone system's news was lost, the clerk's word stands, and for the latest moment
 * it can mean: now. So no promise is ever kept by a lost message.
 */
export function momentsOf(attempt: Attempt, result: AttemptResult, now: Date): Moments {
  const { via, startedAt, rangAt, answeredAt } = attempt
  if (result === 'failed' || result === 'called-back-meanwhile') return { rangAt, answeredAt }
  const assumed = via === 'tel' ? startedAt : now
  const pickedUp = result === 'reached' || result === 'voicemail'
  const rang = via === 'tel' || result !== 'no-answer'
  return {
    rangAt: rangAt ?? (rang ? (answeredAt ?? assumed) : null),
    answeredAt: answeredAt ?? (pickedUp ? assumed : null),
  }
}

/**
 * An attempt counts when the telephone rang; once the promise is decided, every one counts, so that there is an end.
 * Who called us meanwhile was not missed, and nobody is reached or missed at a number that there is not.
 */
export function counts(
  { rangAt, result, heard }: Pick<Attempt, 'rangAt' | 'result' | 'heard'>,
  promiseOpen: boolean,
): boolean {
  if (result === 'called-back-meanwhile' || heard === 'no-such-number') return false
  return rangAt !== null || !promiseOpen
}
