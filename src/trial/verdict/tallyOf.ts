import { WAIT_BUCKETS, waitFigure } from '../../shared/waitBuckets.ts'
import type { DayFigures } from '../contract.ts'
import type { DayTally } from '../plan/figures.ts'

/** What a trial counts of a day, from the figures that the board shows. */
export function tallyOf({ day, calls, waits, cases, callbacks }: DayFigures): DayTally {
  const within = (ms: number): number =>
    WAIT_BUCKETS.filter(({ edge }) => edge !== null && edge <= ms).reduce(
      (sum, { edge }) => sum + (waits[waitFigure('answered', edge)] ?? 0),
      0,
    )
  return {
    day,
    offered: calls.offered,
    answered: calls.answered,
    answered15: within(15_000),
    answered20: within(20_000),
    answered30: within(30_000),
    abandoned: calls.abandoned,
    promiseKept: calls.promiseKept,
    promiseDecided: calls.promiseKept + calls.promiseBroken,
    waitMs: calls.waitMsTotal,
    callbacksKept: callbacks.kept,
    callbacksDecided: callbacks.kept + callbacks.broken,
    opened: cases.opened,
    settledInCall: cases.settledInCall,
  }
}
