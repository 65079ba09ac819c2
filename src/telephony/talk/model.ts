/** Who is asked into a call: somebody of the house at a softphone, or an outside number of the allowed list. */
export interface Guest {
  readonly legId: string
  /** Null for an outside number. */
  readonly accountId: string | null
}

/**
 * A conversation that is more than a caller and an agent who talk: that ordinary state has no record here.
 * `asking`: the guest's telephone rings. `consulting`: agent and guest talk, the caller hears music. `passed`: an
 * outside number talks with the caller, nobody of the house does.
 */
export interface Talk {
  readonly stage: 'held' | 'asking' | 'consulting' | 'conference' | 'passed'
  /** False once the agent's leg is gone while the caller is being passed on. */
  readonly agentThere: boolean
  readonly guest: Guest | null
  /** `asking`: the caller is passed on as soon as the guest answers. */
  readonly passOn: boolean
}

export type TalkEvent =
  | { readonly kind: 'hold' }
  /** The agent takes the caller back; whoever was asked goes. */
  | { readonly kind: 'take-back' }
  | { readonly kind: 'ask'; readonly guest: Guest; readonly passOn: boolean }
  | { readonly kind: 'guest-answered' }
  /** Declined, did not answer, or hung up. */
  | { readonly kind: 'guest-gone' }
  | { readonly kind: 'agent-gone' }
  | { readonly kind: 'caller-gone' }
  /** The guest gets the caller; the agent leaves. */
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'confer' }

export type TalkEffect =
  /** The guest's leg ends. */
  | { readonly kind: 'release-guest'; readonly guest: Guest }
  /** The guest is the caller's agent from now on; the former one's leg ends. */
  | { readonly kind: 'taken-over'; readonly guest: Guest }
  /** The outside number has the caller; the call is over for the house. */
  | { readonly kind: 'passed-on'; readonly guest: Guest }
  /** Nobody is left to talk with the caller, who waits again at the old place. */
  | { readonly kind: 'requeue' }
  /** The ordinary end of a call: everybody's leg ends. */
  | { readonly kind: 'end' }
  /** The caller's leg ends: the outside number has hung up. */
  | { readonly kind: 'release-caller' }

/** Null: an ordinary conversation, or none any more. */
export interface TalkStep {
  readonly talk: Talk | null
  readonly effects: readonly TalkEffect[]
}
