import type { LiveCall, LiveSource } from './liveCall.ts'

/**
 * What carries the callers of one source. Every order may come when the telephone has moved on already: then nothing
 * happens here, and the source's own news says what is true.
 */
export interface Carrier {
  /** Rings the agent on the leg of this name, which is stored already. @throws when it cannot ring at all */
  offer(call: LiveCall, agentId: string, legId: string | null): Promise<void>
  /** Stops the ringing. */
  withdraw(call: LiveCall, legId: string | null): Promise<void>
  /** Joins caller and agent. */
  connect(call: LiveCall, legId: string | null): Promise<void>
  /** Rings the line's number outside on the leg of this name. @throws when it cannot ring at all */
  overflow(call: LiveCall, legId: string | null, lineId: string): Promise<void>
  /** Tells the caller where in line they are and that we can call back; they go on waiting meanwhile. */
  offerCallback(call: LiveCall): Promise<void>
  /** Music again for a caller whose conversation waits; the agent's leg is hung up. */
  park(call: LiveCall, legId: string | null): Promise<void>
  /** Hangs up whatever is left of the call. */
  end(call: LiveCall): Promise<void>
}

export type Carriers = Readonly<Record<LiveSource, Carrier>>
