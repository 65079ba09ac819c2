import type { AnswerCause } from './events.ts'

/** What an agent is doing: `dialling` is a call of their own (a callback), without a caller. */
export type Phase = 'not-ready' | 'available' | 'offered' | 'in-call' | 'wrap-up' | 'dialling'

/** Instants are epoch milliseconds, everywhere in the distribution. */
export interface Agent {
  readonly id: string
  readonly teams: readonly string[]
  readonly phase: Phase
  /** When the phase began: of two available agents the longer idle one is first. */
  readonly since: number
  /** The caller in hand (offered, in-call, wrap-up). */
  readonly callId: string | null
  /** Where the work in hand leads back to: available, or not-ready. */
  readonly ready: boolean
  /** Gets no offer before this instant, because one was declined. */
  readonly backOffUntil: number
}

export interface Caller {
  readonly id: string
  readonly lineId: string
  readonly teamId: string
  /** Higher is first; equal ones go by `since`. */
  readonly priority: number
  readonly since: number
  /** A training call is for one agent only and does not wait. */
  readonly onlyFor: string | null
  /** Who it is offered to or talks to. */
  readonly agentId: string | null
  readonly connected: boolean
  /** The offer ends by itself; 0 without an offer. */
  readonly offerUntil: number
  /** Offers that nobody took. */
  readonly missed: number
  /** Why nobody was free when this caller last had to wait; null when somebody always was. */
  readonly obstacle: Extract<AnswerCause, 'all-busy' | 'none-signed-in'> | null
}

export interface State {
  readonly agents: ReadonlyMap<string, Agent>
  readonly callers: ReadonlyMap<string, Caller>
}

export interface Rules {
  /** How long one agent is rung. */
  readonly offerMs: number
  /** How long an agent who declined gets no further offer. */
  readonly backOffMs: number
  /** The telephone system is away: callers keep their places; only training goes on. */
  readonly paused: boolean
}

export type MissedHow = 'declined' | 'timeout' | 'failed' | 'withdrawn'

export type NewCaller = Pick<Caller, 'id' | 'lineId' | 'teamId' | 'priority' | 'since' | 'onlyFor'>

export type DistributionEvent = { readonly at: number } & (
  | { readonly kind: 'arrived'; readonly caller: NewCaller }
  /** The call is over, whoever ended it. With a complete record there is nothing to wrap up. */
  | { readonly kind: 'left'; readonly callId: string; readonly recordComplete: boolean }
  /** A desk is there; its agent is not ready yet. */
  | { readonly kind: 'came'; readonly agentId: string; readonly teams: readonly string[] }
  | { readonly kind: 'ready'; readonly agentId: string }
  /** A pause, or the desk is silent: no more offers; a call in hand goes on. */
  | { readonly kind: 'not-ready'; readonly agentId: string }
  /** The desk is gone: like not-ready, and forgotten when nothing is in hand. */
  | { readonly kind: 'gone'; readonly agentId: string }
  | { readonly kind: 'accepted'; readonly callId: string; readonly agentId: string }
  | {
      readonly kind: 'missed'
      readonly callId: string
      readonly agentId: string
      readonly how: 'declined' | 'timeout' | 'failed'
    }
  | { readonly kind: 'wrapped-up'; readonly agentId: string; readonly callId: string }
  | { readonly kind: 'dial-started'; readonly agentId: string }
  | { readonly kind: 'dial-ended'; readonly agentId: string }
  | { readonly kind: 'tick' }
)

export type Command =
  | { readonly kind: 'offer'; readonly callId: string; readonly agentId: string }
  /** The offer is over without being taken: stop the ringing. */
  | {
      readonly kind: 'withdraw'
      readonly callId: string
      readonly agentId: string
      readonly how: MissedHow
    }
  | { readonly kind: 'connect'; readonly callId: string; readonly agentId: string }
  /** A training call that was not taken: it ends. */
  | { readonly kind: 'drop'; readonly callId: string }

export interface Step {
  readonly state: State
  readonly commands: readonly Command[]
}

export const NOBODY: State = { agents: new Map(), callers: new Map() }
