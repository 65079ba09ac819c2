import type { DayFigures } from './contract.ts'

/** What the figures need of a promised callback. */
export interface CountedCallback {
  promise: 'open' | 'kept' | 'broken' | 'withdrawn'
  /** Why it broke; null unless it did. */
  cause: string | null
  promisedAt: Date
  /** The tries to call, oldest first; null: nobody has said yet what came of it. */
  tries: readonly { startedAt: Date; result: string | null }[]
}

/** The figures of the callbacks promised for one day; docs/figures.md says the same in words. */
export function countCallbacks(
  callbacks: readonly CountedCallback[],
): Omit<DayFigures['callbacks'], 'attempts' | 'reached'> {
  const count = (promise: CountedCallback['promise']): number =>
    callbacks.filter((c) => c.promise === promise).length
  const because = (cause: string): number => callbacks.filter((c) => c.cause === cause).length
  const tried = callbacks.flatMap(({ promisedAt, tries: [first] }) => (first ? [{ promisedAt, first }] : []))
  return {
    promised: callbacks.length,
    kept: count('kept'),
    broken: count('broken'),
    withdrawn: count('withdrawn'),
    brokenNobodyTookIt: because('nobody-took-it'),
    brokenOwnerDidNotCall: because('owner-did-not-call'),
    brokenTelephoneFailed: because('telephone-failed'),
    brokenNobodyOnDuty: because('nobody-on-duty'),
    brokenWrongNumber: because('wrong-number'),
    firstAttempts: tried.length,
    firstReached: tried.filter(({ first }) => first.result === 'reached').length,
    firstAttemptMsTotal: tried.reduce(
      (sum, { promisedAt, first }) => sum + first.startedAt.getTime() - promisedAt.getTime(),
      0,
    ),
  }
}
