export type PromiseState = 'open' | 'kept' | 'broken' | 'withdrawn'
export type BrokenCause =
  | 'nobody-took-it'
  | 'owner-did-not-call'
  | 'telephone-failed'
  | 'nobody-on-duty'
  | 'wrong-number'
export type CallbackOutcome =
  | 'settled'
  | 'not-reached'
  | 'needs-appointment'
  | 'appointment-booked'
  | 'withdrawn'
  | 'follow-up'
/** Why a call was not needed any more: the citizen called again and it was settled, cancelled it, or settled it otherwise. */
export const WITHDRAWN_BECAUSE = [
  'settled-by-return-call',
  'cancelled-by-citizen',
  'settled-by-citizen',
] as const
export type WithdrawnBecause = (typeof WITHDRAWN_BECAUSE)[number]

/** `called-back-meanwhile`: the citizen called us first; it counts as no attempt at reaching them. */
export type AttemptResult =
  | 'reached'
  | 'busy'
  | 'no-answer'
  | 'voicemail'
  | 'failed'
  | 'called-back-meanwhile'
/** What the telephone can tell apart by itself; an answering machine it cannot. */
export type Heard = 'busy' | 'no-answer' | 'no-such-number'
export type Via = 'asterisk' | 'tel' | 'training'

/** After so many attempts that counted nobody calls any more. */
export const MAX_ATTEMPTS = 3

/** A promise to call back, and the work on it. */
export interface Callback {
  id: string
  caseId: string
  teamId: string
  practice: boolean
  /** What the citizen was told; both ends belong to it. */
  windowStart: Date
  windowEnd: Date
  promise: PromiseState
  state: 'waiting' | 'taken' | 'done'
  /** When it is to be tried next: the promised window until a retry is planned. */
  dueFrom: Date
  dueUntil: Date
  ownerId: string | null
  takenAt: Date | null
  /** Attempts that counted. */
  attempts: number
  /** Planned clerk time: call and after-work, as expected when it was promised. */
  workMs: number
  /** Counts what the citizen changed of it. */
  sequence: number
  /** How it ended; null while it is open. */
  outcome: CallbackOutcome | null
  /** That time is booked in the team's window from `dueFrom` to `dueUntil`. */
  booksUnit: boolean
  /** Whom it waits for, where a person is named. */
  reservedFor: string | null
  /** That person is not on duty until then, and it would break: `standInId`, or the team when null, stands in. */
  awayUntil: Date | null
  standInId: string | null
}

/** One try. */
export interface Attempt {
  id: string
  number: number
  via: Via
  startedAt: Date
  rangAt: Date | null
  answeredAt: Date | null
  hungUpAt: Date | null
  /** Null while it is open: nobody has said what came of it. */
  closedAt: Date | null
  /** What the telephone heard of the other side when nobody spoke. */
  heard: Heard | null
  result: AttemptResult | null
}
