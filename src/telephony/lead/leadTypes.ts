import type { StaffContext } from '../../platform/context.ts'
import type { NotReadyReason, PresenceState } from '../../desk/contract.ts'

/** Where a lead moves somebody who waits. */
export type CallerMove =
  | { readonly kind: 'front' }
  | { readonly kind: 'line'; readonly id: string }
  | { readonly kind: 'team'; readonly id: string }

/** A lead in somebody else's conversation. */
export interface LeadPart {
  accountId: string
  name: string
  /** False while the announcement that says so is still to be heard. */
  in: boolean
}

/** The telephone of a city as it is now; practice is nowhere in it. */
export interface TelephoneNow {
  connected: boolean
  /** Connected, and calls come and go. */
  well: boolean
  note: string
  /** In the order of service; also those whose offer rings at a desk. */
  waiting: readonly {
    callId: string
    lineId: string
    teamIds: readonly string[]
    since: Date
    front: boolean
    doing: 'waiting' | 'keying' | 'rung-outside' | 'rings'
  }[]
  talking: readonly {
    callId: string
    lineId: string
    /** Null: at the number outside. */
    agentId: string | null
    since: Date
    lead: LeadPart | null
  }[]
  desks: readonly {
    accountId: string
    teamIds: readonly string[]
    state: PresenceState
    since: Date
    /** Gets calls now, or will after the work in hand. */
    ready: boolean
    /** Why nobody rings there; null while ready, or when nothing was said. */
    pause: NotReadyReason | null
  }[]
}

/** What a lead sees of the telephone and does to it; whether somebody is one was asked before. */
export interface LeadTools {
  telephoneNow(cityId: string): TelephoneNow
  /** @throws Problem 404 for no such line or team, 409 when nobody of this call waits any more */
  moveCaller(ctx: StaffContext, callId: string, move: CallerMove, reason: string): Promise<void>
  /** No more calls for this desk; one in hand goes on. @throws Problem 409 when nobody is there */
  signOut(ctx: StaffContext, accountId: string, reason: string): Promise<void>
  /** Rings this lead and lets them into the conversation once both sides heard so. @throws Problem 409 */
  joinCall(ctx: StaffContext, callId: string): Promise<void>
  /** Out again; the others go on. */
  leaveCall(ctx: StaffContext, callId: string): Promise<void>
  /** The lead who is in this conversation; null when none is. */
  leadIn(callId: string): LeadPart | null
}
