import { ANSWER_WITHIN_MS } from '../exchange/answerPromise.ts'
import type { AnswerCause, EndReason } from '../events.ts'

/** Why a call ended, in the words of the protocol. */
export const CTI_CAUSES = [
  'normalClearing',
  'busy',
  'cancel',
  'noAnswer',
  'congestion',
  'notFound',
  'forwarded',
] as const
export type CtiCause = (typeof CTI_CAUSES)[number]

/**
 * Everything that is known of one call: the earliest receipt of each event (epoch ms) and what the events said.
 * The protocol carries no time and no sequence number, so a moment is when its event was first received.
 */
export interface CtiFacts {
  newCallAt: number | null
  answerAt: number | null
  hangupAt: number | null
  direction: 'in' | 'out'
  lineId: string
  /** E.164 of the citizen; null when withheld. */
  caller: string | null
  cause: CtiCause | null
  answeredBy: string | null
  /** Closed because nothing more was heard; from then on nothing changes the call. */
  silent: boolean
}

/** A call as the tables and the events tell it; moments in epoch ms. */
export interface CallTruth {
  state: 'waiting' | 'connected' | 'ended'
  offeredAt: number
  answeredAt: number | null
  endedAt: number | null
  waitMs: number | null
  talkMs: number | null
  endReason: EndReason | null
  promise: 'open' | 'kept' | 'broken' | null
  promiseCause: AnswerCause | null
}

/** Requests sent in parallel overtake each other; a newCall that is later than this says nothing about the wait. */
export const OVERTAKEN_MS = 15_000
export const SILENT_WAITING_MS = 15 * 60_000
export const SILENT_CONNECTED_MS = 4 * 3_600_000

/**
 * What two sets of facts about one call say together. Commutative, associative and idempotent (the join of a
 * semilattice), so that order and duplicates of events cannot matter. Where two events contradict each other
 * the smaller value wins: arbitrary, but the same whoever comes first.
 */
export function join(a: CtiFacts, b: CtiFacts): CtiFacts {
  if (a.silent !== b.silent) return a.silent ? a : b
  return {
    newCallAt: smaller(a.newCallAt, b.newCallAt),
    answerAt: smaller(a.answerAt, b.answerAt),
    hangupAt: smaller(a.hangupAt, b.hangupAt),
    direction: a.direction < b.direction ? a.direction : b.direction,
    lineId: a.lineId < b.lineId ? a.lineId : b.lineId,
    caller: smaller(a.caller, b.caller),
    cause: smaller(a.cause, b.cause),
    answeredBy: smaller(a.answeredBy, b.answeredBy),
    silent: a.silent,
  }
}

const FACTS = [
  'newCallAt',
  'answerAt',
  'hangupAt',
  'direction',
  'lineId',
  'caller',
  'cause',
  'answeredBy',
  'silent',
] as const satisfies readonly (keyof CtiFacts)[]

/** Whether nothing new was said: a duplicate. */
export const isSameFacts = (a: CtiFacts, b: CtiFacts): boolean => FACTS.every((key) => a[key] === b[key])

function smaller<T extends number | string>(a: T | null, b: T | null): T | null {
  if (a === null) return b
  return b === null || a < b ? a : b
}

/** When the call is given up if nothing more is heard of it; null when it has ended. */
export function silentFrom(facts: CtiFacts): number | null {
  if (facts.silent || facts.hangupAt !== null) return null
  if (facts.answerAt !== null) return facts.answerAt + SILENT_CONNECTED_MS
  return offeredAt(facts) + SILENT_WAITING_MS
}

/** The facts at `now`: a call that nobody spoke of for too long is closed, whether or not the job came to it yet. */
export function settleSilence(facts: CtiFacts, now: number): CtiFacts {
  const deadline = silentFrom(facts)
  return deadline !== null && deadline <= now ? { ...facts, silent: true } : facts
}

/**
 * The state of a call from its facts alone.
 * @param open whether the city's service hours ran when the call was offered; outside them nothing is promised
 */
export function truthOf(facts: CtiFacts, open: boolean): CallTruth {
  const start = offeredAt(facts)
  const answeredAt = earliestKnown(facts.answerAt, facts.answerAt === null ? null : facts.hangupAt)
  const endedAt = endOf(facts)
  const state = endedAt !== null ? 'ended' : answeredAt !== null ? 'connected' : 'waiting'
  const endReason = endedAt === null ? null : endReasonOf(facts, open)
  const waitMs = waitOf(facts, endReason, start, answeredAt ?? endedAt)
  const measured = open && facts.direction === 'in' && isWaitKnown(facts)
  const promise = measured ? promiseOf(facts, waitMs) : NO_PROMISE
  return {
    state,
    offeredAt: start,
    answeredAt,
    endedAt,
    waitMs,
    talkMs: talkOf(facts),
    endReason,
    ...promise,
  }
}

/** The first that was heard of the call. */
export function offeredAt(facts: CtiFacts): number {
  const first = earliestKnown(facts.newCallAt, facts.answerAt, facts.hangupAt)
  if (first === null) throw new Error('a call without any event')
  return first
}

function earliestKnown(...times: readonly (number | null)[]): number | null {
  return times.reduce(smaller, null)
}

function endOf(facts: CtiFacts): number | null {
  if (facts.hangupAt !== null) return facts.hangupAt
  if (!facts.silent) return null
  return facts.answerAt !== null ? facts.answerAt + SILENT_CONNECTED_MS : offeredAt(facts) + SILENT_WAITING_MS
}

const isWaitKnown = (facts: CtiFacts): boolean =>
  facts.newCallAt !== null && facts.newCallAt - offeredAt(facts) <= OVERTAKEN_MS

/** Until the person or, for a caller who gave up, until the end. */
function waitOf(
  facts: CtiFacts,
  endReason: EndReason | null,
  start: number,
  until: number | null,
): number | null {
  const waited = facts.answerAt !== null || endReason === 'abandoned'
  return waited && until !== null && isWaitKnown(facts) ? until - start : null
}

function talkOf({ answerAt, hangupAt }: CtiFacts): number | null {
  return answerAt !== null && hangupAt !== null && hangupAt >= answerAt ? hangupAt - answerAt : null
}

const AFTER_ANSWER: Partial<Record<CtiCause, EndReason>> = { forwarded: 'handed-over', congestion: 'failed' }

/** normalClearing means that people had spoken: without an answer event nobody knows when, so the end is unknown. */
const WITHOUT_ANSWER: Record<CtiCause, EndReason> = {
  normalClearing: 'unknown-end',
  busy: 'busy',
  cancel: 'abandoned',
  noAnswer: 'abandoned',
  congestion: 'failed',
  notFound: 'failed',
  forwarded: 'handed-over',
}

function endReasonOf(facts: CtiFacts, open: boolean): EndReason {
  if (facts.hangupAt === null || facts.cause === null) return 'unknown-end'
  if (facts.answerAt !== null) return AFTER_ANSWER[facts.cause] ?? 'caller-hung-up'
  return open || facts.direction === 'out' ? WITHOUT_ANSWER[facts.cause] : 'closed'
}

type PromiseTruth = Pick<CallTruth, 'promise' | 'promiseCause'>

const NO_PROMISE: PromiseTruth = { promise: null, promiseCause: null }
const brokenBy = (promiseCause: AnswerCause): PromiseTruth => ({ promise: 'broken', promiseCause })

/** Where the telephone system itself ended the wait, the promise is broken however short the wait was. */
const ENDED_UNANSWERED: Record<CtiCause, PromiseTruth> = {
  busy: brokenBy('all-busy'),
  noAnswer: brokenBy('ring-no-answer'),
  congestion: brokenBy('trunk-down'),
  notFound: brokenBy('unknown'),
  cancel: NO_PROMISE,
  normalClearing: NO_PROMISE,
  forwarded: NO_PROMISE,
}

function promiseOf(facts: CtiFacts, waitMs: number | null): PromiseTruth {
  const late = waitMs !== null && waitMs > ANSWER_WITHIN_MS
  if (facts.answerAt !== null) return late ? brokenBy('unknown') : { promise: 'kept', promiseCause: null }
  if (facts.silent) return NO_PROMISE
  if (facts.hangupAt === null || facts.cause === null) return { promise: 'open', promiseCause: null }
  if (facts.cause === 'cancel' && late) return brokenBy('caller-left')
  return ENDED_UNANSWERED[facts.cause]
}
