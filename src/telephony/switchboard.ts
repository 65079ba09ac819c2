import type { StaffContext } from '../platform/context.ts'
import type { NotReadyReason, PauseReason, PhoneAccount, PresenceState } from '../desk/contract.ts'
import type { TalkSwitch } from './talk/talkSwitch.ts'

/** An agent's or clerk's place at the telephone, as the distribution sees it now. */
export interface Station {
  state: PresenceState
  since: Date
  /** Why no calls come; null while they do, and where nobody said. */
  pause: NotReadyReason | null
  /** What follows the work in hand: calls again, or a pause. */
  ready: boolean
  /** The call in hand (offered, connected, or ended with an incomplete record); null otherwise. */
  callId: string | null
  /** German sentences naming what keeps the agent from being available; empty when nothing does. */
  missing: readonly string[]
}

/** What a desk says of itself. */
export interface DeskSays {
  phoneRegistered: boolean
  microphone: boolean
  /** The window is seen or kept awake; true where it is not said. */
  awake?: boolean
}

/** What happens to a callback's legs; the callbacks room turns these into its own facts. */
export type DialEvent =
  /** The clerk's own telephone answered; the citizen's is dialled next. */
  | { kind: 'clerk-ready'; at: Date }
  /** The citizen's telephone rings: this keeps the promise. */
  | { kind: 'rang'; at: Date }
  | { kind: 'answered'; at: Date }
  /** The citizen called us while we were calling; that call of theirs is the conversation from now on. */
  | { kind: 'joined'; at: Date; callId: string }
  /** All legs are gone. `busy`, `no-answer` and `failed` mean that nobody spoke; `no-such-number`: the network knows no such number; `called-back-meanwhile`: the citizen was not dialled, because they talk with us already. */
  | {
      kind: 'ended'
      at: Date
      how: 'hung-up' | 'busy' | 'no-answer' | 'no-such-number' | 'failed' | 'called-back-meanwhile'
    }

export interface DialOrder {
  attemptId: string
  /** E.164 of the citizen. */
  number: string
  /** E.164 of the line whose number is shown to the citizen. */
  callerId: string
  /** Nobody is called: a played citizen rings and answers, where no telephone system is needed. */
  practice: boolean
}

/** What the board shows of the telephone. */
export interface TelephoneSnapshot {
  connected: boolean
  /** Connected, and calls come and go. */
  well: boolean
  /** One German sentence about the telephone system. */
  note: string
  waiting: readonly { callId: string; lineId: string; since: Date }[]
  stations: readonly {
    accountId: string
    state: PresenceState
    pause: NotReadyReason | null
    teamIds: readonly string[]
  }[]
}

/**
 * The telephone as the rooms above see it: who is where, who waits, and the few things a person can do.
 * One implementation for every source; Asterisk and training are behind it.
 */
export interface Switchboard {
  start(): Promise<void>
  stop(): Promise<void>
  /** Is a telephone system connected that carries this city's lines? */
  connected(cityId: string): boolean
  /** Has this city a telephone system at all, whether it answers now or not? */
  hasTelephone(cityId: string): boolean
  /** A sentence for the start-up message and `/health/ready`; null when the telephone system answers. */
  missing(): string | null
  /** A sentence naming built-in announcements that the telephone system does not have; null when all are there. */
  missingPrompts(): string | null

  /** What everybody must know at once of the telephone; null while it works, and where there is none. */
  alarm(cityId: string): string | null
  /** This process, and no other, gives out the calls now; else what a desk asks for is answered by 503. */
  inCharge(): boolean

  /** Hold, consultation, handing over, conference. */
  readonly talk: TalkSwitch

  station(ctx: StaffContext): Station
  /**
   * The desk told that it lives: every five seconds. Eight seconds of silence make an agent "not ready".
   * @throws Problem 503 while this process is not in charge
   */
  heartbeat(ctx: StaffContext, says: DeskSays): Promise<void>
  /** @throws Problem 409 naming what is missing */
  setReady(ctx: StaffContext, ready: boolean, reason?: PauseReason): Promise<void>
  /** Takes the offered call where no softphone does it (training). @throws Problem 409 when it is no longer offered */
  accept(ctx: StaffContext, callId: string): Promise<void>
  decline(ctx: StaffContext, callId: string): Promise<void>
  hangUp(ctx: StaffContext, callId: string): Promise<void>
  /** The record is complete: the agent is free again. */
  finishWrapUp(ctx: StaffContext, callId: string): Promise<void>
  /** Plays a caller to this agent; marked as practice everywhere. @throws Problem 409 while a call is in hand */
  startTraining(ctx: StaffContext): Promise<string>

  /** Makes (or renews) this account's softphone at the telephone system; null where there is none. */
  phoneAccount(ctx: StaffContext): Promise<PhoneAccount | null>
  /**
   * Clerk first, then the citizen; returns when the clerk's telephone is being rung. `tell` is awaited event by event, in order.
   * @throws Problem 409 while a call is in hand, or where no telephone system is connected (then by `tel:` link)
   */
  dial(ctx: StaffContext, order: DialOrder, tell: (event: DialEvent) => Promise<void>): Promise<void>
  /** Ends both legs of an attempt; harmless when they are gone. */
  endDial(ctx: StaffContext, attemptId: string): Promise<void>
  /** Music for the citizen, or back. @throws Problem 409 when nobody speaks */
  holdDial(ctx: StaffContext, attemptId: string, held: boolean): Promise<void>
  isDialHeld(attemptId: string): boolean
  snapshot(cityId: string): TelephoneSnapshot
}
