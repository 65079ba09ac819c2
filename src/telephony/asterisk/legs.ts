import type { Platform } from '../../platform/context.ts'
import { patiently } from '../desks/patience.ts'
import * as store from '../store.ts'

export type Party = 'caller' | 'agent' | 'clerk' | 'citizen' | 'overflow' | 'consulted' | 'outside' | 'lead'

/** One party's channel at Asterisk; `id` is the channel's id. */
export interface Leg {
  readonly id: string
  readonly cityId: string
  readonly party: Party
  readonly callId: string | null
  readonly attemptId: string | null
  readonly accountId: string | null
  /** By Asterisk's clock where it was there first, by ours where we opened it. */
  readonly createdAt: Date
  answered: boolean
  /** A caller whom the dialplan has: in the fallback, out of our reach until it gives the channel back. */
  away: boolean
  rtp: { received: number; sent: number } | null
  /** What a caller is being told; nobody is joined before it was begun. */
  greeted: Promise<void>
  /** Ends what a caller is being told by the voice menu; asked before the caller is joined with anybody. */
  hush: () => Promise<void>
}

/** The channels we have to do with, by id. */
export class Legs {
  readonly #platform: Platform
  readonly #legs = new Map<string, Leg>()

  constructor(platform: Platform) {
    this.#platform = platform
  }

  get(id: string): Leg | undefined {
    return this.#legs.get(id)
  }

  add(leg: Pick<Leg, 'id' | 'cityId' | 'party'> & Partial<Leg>): Leg {
    const known = {
      callId: null,
      attemptId: null,
      accountId: null,
      createdAt: this.#platform.clock.now(),
      answered: false,
      away: false,
      rtp: null,
      greeted: Promise.resolve(),
      hush: () => Promise.resolve(),
      ...leg,
    }
    this.#legs.set(leg.id, known)
    return known
  }

  forget(id: string): void {
    this.#legs.delete(id)
  }

  /** Another process may change them from now on; the table knows them all. */
  clear(): void {
    this.#legs.clear()
  }

  ofCall(callId: string): Leg[] {
    return [...this.#legs.values()].filter((leg) => leg.callId === callId)
  }

  all(): Leg[] {
    return [...this.#legs.values()]
  }

  /** Asterisk's own count at the end of a channel: `…;rxcount=215;…;txcount=215;…`, both as seen from Asterisk. */
  noteAudio(id: string, quality: string): void {
    const leg = this.#legs.get(id)
    const count = (name: string) => Number(new RegExp(`(?:^|;)${name}=(\\d+)`).exec(quality)?.[1] ?? 0)
    if (leg) leg.rtp = { received: count('rxcount'), sent: count('txcount') }
  }

  /** The channel is gone; forgotten here and closed in the table. @param cause Q.850 */
  async end(id: string, cause: number | null): Promise<void> {
    const leg = this.#legs.get(id)
    if (!leg) return
    this.#legs.delete(id)
    await this.close(leg, cause)
  }

  /** Closes a leg in the table that was forgotten here. */
  async close({ id, cityId, rtp }: Leg, cause: number | null): Promise<void> {
    const { db, log, clock } = this.#platform
    const received = { rtp_received: rtp?.received ?? null, rtp_sent: rtp?.sent ?? null }
    const row = { ended_at: clock.now(), cause, ...received }
    await patiently(log, () => store.updateLeg(db, cityId, id, row))
  }
}
