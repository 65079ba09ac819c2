import type { DayFigures } from './contract.ts'

export const ANSWERED_FAST_MS = 15_000

/** What the day's figures need of a call that counts. */
export interface CountedCall {
  answered: boolean
  waitMs: number | null
  reason: string | null
  /** It came outside service hours. */
  outsideHours?: boolean
  /** How long the caller had waited in earlier calls whose place this one has, in ms. */
  waitedBeforeMs?: number
  /** The line had closed while the caller waited, and nobody answered. */
  afterClosing?: boolean
  /** Its caller had called before on that day. */
  again?: boolean
  promise: 'open' | 'kept' | 'broken' | null
}

/** The figures of calls offered on one day; docs/figures.md says the same in words. */
export function countCalls(calls: readonly CountedCall[]): DayFigures['calls'] {
  const offered = calls.filter((call) => !isClosed(call) && call.reason !== 'blocked')
  const answered = offered.filter((call) => call.answered)
  const abandoned = offered.filter((call) => !call.answered && call.reason === 'abandoned')
  const waits = (of: readonly CountedCall[]): number[] => of.flatMap(({ waitMs }) => waitMs ?? [])
  return {
    offered: offered.length,
    answered: answered.length,
    answeredWithin15s: waits(answered).filter((ms) => ms <= ANSWERED_FAST_MS).length,
    abandoned: withReason(calls, 'abandoned'),
    closed: calls.filter(isClosed).length,
    blocked: withReason(calls, 'blocked'),
    repeated: offered.filter((call) => call.again).length,
    lostAtClosing: calls.filter((call) => call.afterClosing).length,
    unknownEnd: withReason(calls, 'unknown-end'),
    waitMsTotal: waits(answered).reduce((sum, ms) => sum + ms, 0),
    waitMsLongest: Math.max(0, ...waits([...answered, ...abandoned])),
    wholeWaitMsTotal: answered.reduce(
      (sum, { waitMs, waitedBeforeMs = 0 }) => sum + (waitMs === null ? 0 : waitMs + waitedBeforeMs),
      0,
    ),
    promiseKept: offered.filter((call) => call.promise === 'kept').length,
    promiseBroken: offered.filter((call) => call.promise === 'broken').length,
  }
}

/** Nobody was there: whether the caller was promised a callback then does not make it an offered call. */
const isClosed = ({ reason, outsideHours }: CountedCall): boolean =>
  reason === 'closed' || (reason === 'callback-promised' && outsideHours === true)

const withReason = (calls: readonly CountedCall[], reason: string): number =>
  calls.filter((call) => call.reason === reason).length
