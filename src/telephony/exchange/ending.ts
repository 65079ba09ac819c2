import type { EndReason } from '../events.ts'
import type { Answer, LiveCall } from './liveCall.ts'

/** Who ended a call: `telephone` by dying; unknown when only its absence was noticed. */
export type Ender = 'caller' | 'agent' | 'telephone' | 'unknown'

/** What became of a call while we were away, as the telephone system told later. */
export interface Elsewhere {
  reason: EndReason
  /** When it ended, or when it was in other hands. */
  mono: number
  answer: Answer | null
}

/** The reason on record, from who ended the call and how far it had come. */
export function endReason(call: LiveCall, by: Ender): EndReason {
  if (call.promised && call.answer === null) return 'callback-promised'
  if (by === 'telephone') return 'telephone-lost'
  if (by === 'unknown') return 'unknown-end'
  if (call.answer === null) return 'abandoned'
  return by === 'caller' ? 'caller-hung-up' : 'agent-hung-up'
}
