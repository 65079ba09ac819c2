import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { PromiseFigures } from './contract.ts'

/** What the figures need of one promise. */
export interface CountedPromise {
  promise: 'open' | 'kept' | 'broken' | 'withdrawn'
  /** Why it broke; null unless it did. */
  cause: string | null
  /** Its citizen moved it to another window while it was open. */
  moved: boolean
  promisedAt: Date
  /** How the callback ended; null while it has not. */
  outcome: string | null
  /** The tries to call, oldest first; null: nobody has said yet what came of it. */
  tries: readonly { startedAt: Date; result: string | null }[]
}

/** The figures of these promises; docs/figures.md says the same in words. */
export function countPromises(promises: readonly CountedPromise[], hours: ServiceHours): PromiseFigures {
  const many = (is: (promise: CountedPromise) => boolean): number => promises.filter(is).length
  const because = (cause: string): number => many((p) => p.cause === cause)
  const tries = promises.flatMap((p) => p.tries)
  const firsts = promises.flatMap(({ promisedAt, tries: [first] }) => (first ? [{ promisedAt, first }] : []))
  const waits = firsts.map(({ promisedAt, first }) => first.startedAt.getTime() - promisedAt.getTime())
  const serviceWaits = firsts.map(({ promisedAt, first }) => hours.between(promisedAt, first.startedAt))
  return {
    promised: promises.length,
    kept: many((p) => p.promise === 'kept'),
    broken: many((p) => p.promise === 'broken'),
    brokenNobodyTookIt: because('nobody-took-it'),
    brokenOwnerDidNotCall: because('owner-did-not-call'),
    brokenTelephoneFailed: because('telephone-failed'),
    brokenNobodyOnDuty: because('nobody-on-duty'),
    brokenWrongNumber: because('wrong-number'),
    withdrawn: many((p) => p.promise === 'withdrawn'),
    moved: many((p) => p.moved),
    open: many((p) => p.promise === 'open'),
    firstAttempts: firsts.length,
    firstReached: firsts.filter(({ first }) => isReached(first)).length,
    tries: tries.length,
    reached: tries.filter(isReached).length,
    spoken: many((p) => p.tries.some(isReached)),
    settledAtOnce: many(isSettledAtOnce),
    firstAttemptMedianMs: percentile(waits, 0.5),
    firstAttemptP90Ms: percentile(waits, 0.9),
    firstAttemptServiceMedianMs: percentile(serviceWaits, 0.5),
    firstAttemptServiceP90Ms: percentile(serviceWaits, 0.9),
  }
}

const isReached = ({ result }: { result: string | null }): boolean => result === 'reached'

const NOT_SETTLED: readonly (string | null)[] = [null, 'follow-up', 'not-reached']

const isSettledAtOnce = ({ tries, outcome }: CountedPromise): boolean =>
  tries.filter(isReached).length === 1 && !NOT_SETTLED.includes(outcome)

/** The smallest value that at least this share of them does not exceed; null without values. Never between two of them. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
