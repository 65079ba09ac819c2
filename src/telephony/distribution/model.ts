import type { AnswerCause } from '../events.ts'

/**
 * What an agent is doing: `dialling` is a call of their own (a callback), without a caller; `assisting` is a part in
 * somebody else's conversation.
 */
export type Phase = 'not-ready' | 'available' | 'offered' | 'in-call' | 'wrap-up' | 'dialling' | 'assisting'

/** Instants are epoch milliseconds, everywhere in the distribution. */
export interface Agent {
  readonly id: string
  readonly teams: readonly string[]
  /** What this person can do that not everybody can, for example a language. */
  readonly skills: readonly string[]
  readonly phase: Phase
  /** When the phase began: of two available agents the longer idle one is first. */
  readonly since: number
  /** The caller in hand (offered, in-call, wrap-up, assisting). */
  readonly callId: string | null
  /** Where the work in hand leads back to: available, or not-ready. */
  readonly ready: boolean
  /** Gets no offer before this instant, because one was declined. */
  readonly backOffUntil: number
}

/** What escalates while nobody answers; an instant of 0 means never (again). */
export interface Escalation {
  /** Teams that help when it takes too long. */
  readonly wider: readonly string[]
  readonly widenAt: number
  /** The number outside is rung. */
  readonly overflowAt: number
  /** The offer of a callback is spoken; repeated by the rules' `offerAgainMs`. */
  readonly offerAt: number
}

/** Where a caller may be served. */
export interface Destination extends Escalation {
  readonly lineId: string
  /** Who may take it; grows when the call is widened. */
  readonly teams: readonly string[]
  /** Skills the agent must have, all of them. */
  readonly needs: readonly string[]
}

export interface Caller extends Destination {
  readonly id: string
  /** Higher is first; equal ones go by `since`. */
  readonly priority: number
  /** The place in the line. */
  readonly since: number
  /** A training call is for one agent only and does not wait. */
  readonly onlyFor: string | null
  /** This agent has first call until `prefersUntil`: the conversation was theirs. */
  readonly prefers: string | null
  readonly prefersUntil: number
  /** `menu`: keying in a callback; `overflow`: the number outside rings or talks. Only in the queue one is offered. */
  readonly where: 'queue' | 'menu' | 'overflow'
  /** Who it is offered to or talks to. */
  readonly agentId: string | null
  readonly connected: boolean
  /** The offer ends by itself; 0 without an offer. */
  readonly offerUntil: number
  /** The offer is shorter than others, because the number outside is due: not taking it is nobody's fault. */
  readonly offerCut: boolean
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
  /** How long one agent is rung at least, even when the number outside is due. */
  readonly shortestOfferMs: number
  /** How long an agent who declined gets no further offer. */
  readonly backOffMs: number
  /** How long a caller who lost the agent waits for the same one. */
  readonly prefersMs: number
  /** The offer of a callback is repeated after this time. */
  readonly offerAgainMs: number
  /** The telephone system is away: callers keep their places; only training goes on. */
  readonly paused: boolean
}

export type MissedHow = 'declined' | 'timeout' | 'failed' | 'withdrawn'

export type NewCaller = Destination & Pick<Caller, 'id' | 'priority' | 'since' | 'onlyFor'>

interface CallEvent<K extends string> {
  readonly kind: K
  readonly callId: string
}
interface AgentEvent<K extends string> {
  readonly kind: K
  readonly agentId: string
}
type PairEvent<K extends string> = CallEvent<K> & AgentEvent<K>

export type DistributionEvent = { readonly at: number } & (
  | { readonly kind: 'arrived'; readonly caller: NewCaller }
  /** The call is over, whoever ended it. With a complete record there is nothing to wrap up. */
  | (CallEvent<'left'> & { readonly recordComplete: boolean })
  /** The caller chose a callback and is keying it in: no offers meanwhile, the place is kept. */
  | CallEvent<'menu'>
  | CallEvent<'waits-again'>
  | CallEvent<'overflow-answered'>
  | CallEvent<'overflow-failed'>
  /** The lead moves somebody who waits. */
  | (CallEvent<'moved'> & { readonly to: Partial<Destination & Pick<Caller, 'priority'>> })
  /** The agent passes the caller on into a queue; the caller keeps the place, the agent is free. */
  | (CallEvent<'handed-on'> & { readonly to: Destination })
  /** The agent's side of a conversation died: the caller waits in front of all, first for the same agent. */
  | PairEvent<'agent-lost'>
  /** Somebody who is free is asked into this call. */
  | PairEvent<'assist'>
  | AgentEvent<'assist-ended'>
  /** Who assisted has the caller from now on; the former agent is free. */
  | PairEvent<'taken-over'>
  /** A desk is there; its agent is not ready yet. */
  | (AgentEvent<'came'> & { readonly teams: readonly string[]; readonly skills?: readonly string[] })
  | AgentEvent<'ready'>
  /** A pause, or the desk is silent: no more offers; a call in hand goes on. */
  | AgentEvent<'not-ready'>
  /** The desk is gone: like not-ready, and forgotten when nothing is in hand. */
  | AgentEvent<'gone'>
  | PairEvent<'accepted'>
  | (PairEvent<'missed'> & { readonly how: 'declined' | 'timeout' | 'failed' })
  | PairEvent<'wrapped-up'>
  | AgentEvent<'dial-started'>
  | AgentEvent<'dial-ended'>
  | { readonly kind: 'tick' }
  /** The telephone system is there again: everybody who waits is looked at anew. */
  | { readonly kind: 'resumed' }
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
  /** Ring the line's number outside. */
  | { readonly kind: 'overflow'; readonly callId: string }
  /** Tell the caller where in line they are, and that we can call back. */
  | { readonly kind: 'offer-callback'; readonly callId: string }
  /** Music for a caller who talked and waits again. */
  | { readonly kind: 'park'; readonly callId: string; readonly why: 'agent-lost' | 'handed-on' }
  /** A training call that was not taken: it ends. */
  | { readonly kind: 'drop'; readonly callId: string }

/** What one event changes: whole new rows, ids of what is gone, and what the telephone is to do, in this order. */
export interface Change {
  readonly agents: readonly Agent[]
  readonly callers: readonly Caller[]
  readonly goneAgents: readonly string[]
  readonly goneCallers: readonly string[]
  readonly commands: readonly Command[]
}

/** Nothing escalates. */
export const NO_ESCALATION: Escalation = { wider: [], widenAt: 0, overflowAt: 0, offerAt: 0 }
