export type ProposalState = 'open' | 'accepted' | 'dismissed' | 'withdrawn'
/** Why a proposal was not needed any more. */
export type WithdrawnBecause = 'reached-somebody' | 'promised' | 'too-old'
/** How a caller was lost: gave up while waiting, or the connection was gone (telephone system dead, a gap). */
export type LostCause = 'caller-left' | 'line-lost'

/** Somebody who called and was not served: the city may call back, though nothing was promised. */
export interface Proposal {
  id: string
  lineId: string
  /** The line's callback team. */
  teamId: string
  /** E.164; null once it was removed. */
  caller: string | null
  /** Of the first lost call. */
  calledAt: Date
  state: ProposalState
}

/** After so long an open proposal helps nobody any more. */
export const OPEN_DAYS = 30
/** How long after its end a proposal keeps the caller's number. */
export const NUMBER_KEPT_DAYS = 14
