import type { StaffContext } from '../../platform/context.ts'
import type { Talk } from './model.ts'
import type { GuestNews } from './conversations.ts'
import type { Asked } from './talkMoments.ts'

/** Where a call can be asked or passed to. */
export type TalkTarget = Pick<Asked, 'to' | 'targetId'>

/** What this account has to do with a call: it is in hand, or a colleague asked. */
export type TalkPart = 'own' | 'guest'

export interface TalkState {
  part: TalkPart
  /** Null: caller and agent talk, as ever. */
  talk: Talk | null
  agentId: string | null
  asked: Asked | null
  news: GuestNews | null
}

/** Somebody of the city at a telephone. */
export interface Reachable {
  accountId: string
  teamIds: readonly string[]
  /** False while on the telephone or with a record to complete. */
  free: boolean
  /** Takes callers of the own teams now. */
  available: boolean
}

/** What an agent can do with the caller in hand besides talking. Every verb: @throws Problem 409 when it does not fit */
export interface TalkSwitch {
  /** Null when the account has nothing to do with this call. */
  state(ctx: StaffContext, callId: string): TalkState | null
  reachable(ctx: StaffContext): Reachable[]
  hold(ctx: StaffContext, callId: string): Promise<void>
  /** Takes the caller back, from hold, a consultation or a conference. */
  takeBack(ctx: StaffContext, callId: string): Promise<void>
  /** Rings the target; the caller hears music. For a line: the longest idle agent of its team. */
  consult(ctx: StaffContext, callId: string, target: TalkTarget): Promise<void>
  /** Passes the caller on without talking first. To a line: into its queue, at the caller's place. */
  transfer(ctx: StaffContext, callId: string, target: TalkTarget): Promise<void>
  /** The consulted one gets the caller. */
  handOver(ctx: StaffContext, callId: string): Promise<void>
  confer(ctx: StaffContext, callId: string): Promise<void>
}
