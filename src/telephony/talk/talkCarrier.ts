import type { Guest, Talk } from './model.ts'
import type { LiveCall } from '../exchange/liveCall.ts'

/** How a guest is reached: at the softphone of an account, or by number, with the line's number shown. */
export type GuestAddress = { accountId: string } | { number: string; callerId: string }

/** What a conversation orders of the telephone. Whoever is gone already is no error. */
export interface TalkCarrier {
  /** Who hears whom, as the conversation is now; harmless to repeat. @param talk null: caller and agent talk */
  arrange(call: Pick<LiveCall, 'id' | 'legId'>, talk: Talk | null): Promise<void>
  /** Rings a guest. @throws when that cannot even begin */
  ask(cityId: string, callId: string, guest: Guest, address: GuestAddress): Promise<void>
  hangUp(legId: string): Promise<void>
  /** Ends the caller's leg of a call that the house has passed on. */
  release(callId: string): Promise<void>
}
