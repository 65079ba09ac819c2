import type { PhoneNumber } from '../../shared/phoneNumber.ts'
import type { AnswerPromise } from './answerPromise.ts'
import type { RoutedLine } from './routing.ts'

export type LiveSource = 'asterisk' | 'training'

/** A call that begins; the source says when, on the wall and on this process's monotonic clock (ms). */
export interface Arrival {
  /** Chosen by the source, so that its own book knows the call before anything is done about it. */
  callId: string
  source: LiveSource
  /** The call's name in its source. */
  sourceKey: string
  line: RoutedLine
  caller: PhoneNumber | null
  offeredAt: Date
  offeredMono: number
  /** Training: the one agent it is played to. */
  onlyFor: string | null
  /** The place of an earlier call that the same caller gave up; none: from this one's beginning. */
  placeSince?: Date
  /** The id of that earlier call. */
  placeOf?: string
}

export interface Answer {
  /** Null when somebody outside answered. */
  agentId: string | null
  /** On the monotonic clock. */
  mono: number
  waitMs: number
  /** Null where none was made (practice). */
  promise: AnswerPromise | null
}

/** A call in this process's hands, until it ends. */
export interface LiveCall {
  readonly id: string
  readonly source: LiveSource
  /** Null when withheld. */
  readonly caller: string | null
  readonly offeredAt: Date
  readonly offeredMono: number
  answer: Answer | null
  /** The agent's leg of the present offer or conversation; null for training. */
  legId: string | null
  /** Who talked to this caller last; rung again without a question when their browser died. */
  talkedTo: string | null
  /** The telephone system was away while this caller waited. */
  linkLost: boolean
  /** A callback is promised to this caller: whatever ends the call now, nobody gave up. */
  promised: boolean
  /** Orders to the telephone, one after the other, each after the moment it follows from is stored. */
  work: Promise<void>
}

export function newCall({
  callId: id,
  source,
  caller,
  offeredAt,
  offeredMono,
}: Pick<Arrival, 'callId' | 'source' | 'caller' | 'offeredAt' | 'offeredMono'>): LiveCall {
  const nothingYet = {
    answer: null,
    legId: null,
    talkedTo: null,
    linkLost: false,
    promised: false,
    work: Promise.resolve(),
  }
  return { id, source, caller, offeredAt, offeredMono, ...nothingYet }
}

export const isPractice = (call: LiveCall): boolean => call.source === 'training'

/** Whole milliseconds from the first INVITE. */
export const sinceOffered = (call: LiveCall, mono: number): number =>
  Math.max(0, Math.round(mono - call.offeredMono))

/** The wall clock of a moment in a call: the source's first stamp plus what the monotonic clock measured. */
export const instantOf = (call: LiveCall, mono: number): Date =>
  new Date(call.offeredAt.getTime() + sinceOffered(call, mono))
