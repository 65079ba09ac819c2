import type { Wakefulness } from './keepAwake.ts'
import type { MicrophoneState } from './microphone.ts'

/** `elsewhere`: another window of this browser is the telephone. */
export type PhoneLine = 'off' | 'elsewhere' | 'connecting' | 'registered' | 'lost'

export interface PhoneCall {
  /**
   * `offer`: a caller; it rings, unless this person talked to exactly this caller when the page died.
   * `callback`: this person pressed "call"; it is put through at once. `consult`: a colleague asks; it rings.
   * `join`: this lead asked to be put into a conversation; it is put through at once.
   * `fallback`: a caller whom the telephone system gives out by itself, because the server is away; it rings.
   */
  kind: 'offer' | 'callback' | 'consult' | 'join' | 'fallback'
  stage: 'ringing' | 'connecting' | 'talking'
  muted: boolean
  /** Epoch milliseconds of the stage's begin, by the server's clock. */
  since: number
}

export interface SoftphoneState {
  line: PhoneLine
  microphone: MicrophoneState
  awake: Wakefulness
  call: PhoneCall | null
}

export const SILENT_PHONE: SoftphoneState = {
  line: 'off',
  microphone: 'unused',
  awake: { seen: true, kept: false },
  call: null,
}
