import { WAIT_BUCKETS, type WaitKind, waitFigure } from '../../shared/waitBuckets.ts'
import { type Answers, NO_ANSWERS } from '../answersStore.ts'
import type { DayFigures } from '../contract.ts'
import type { DayTally } from '../plan/figures.ts'

/** What a trial counts of a day, from the figures that the board shows and from the answers to its cases. */
export function tallyOf(
  { day, calls, waits, cases, callbacks }: DayFigures,
  { answered24, decided24 }: Answers = NO_ANSWERS,
): DayTally {
  const waited = (kind: WaitKind, after: number, upTo: number): number =>
    WAIT_BUCKETS.filter((bucket) => bucket.after >= after && (bucket.edge ?? Infinity) <= upTo).reduce(
      (sum, { edge }) => sum + (waits[waitFigure(kind, edge)] ?? 0),
      0,
    )
  const within = (ms: number): number => waited('answered', -1, ms)
  const decided = (ms: number): number => waited('answered', -1, Infinity) + waited('abandoned', ms, Infinity)
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
    wholeWaitMs: calls.wholeWaitMsTotal,
    callbacksKept: callbacks.kept,
    callbacksDecided: callbacks.kept + callbacks.broken,
    opened: cases.opened,
    settledInCall: cases.settledInCall,
    decided20: decided(20_000),
    decided30: decided(30_000),
    blocked: calls.blocked,
    closed: calls.closed,
    lostAtClosing: calls.lostAtClosing,
    repeated: calls.repeated,
    answered24,
    decided24,
  }
}
