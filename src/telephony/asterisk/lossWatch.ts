// Tells a browser that died in a conversation from a websocket that only flapped.
import type { Platform } from '../../platform/context.ts'
import type { Leg, Legs } from './legs.ts'
import { sendsSound } from './sendsSound.ts'

interface LossWatchNeeds {
  log: Pick<Platform['log'], 'info' | 'warn'>
  legs: Pick<Legs, 'all' | 'get'>
  /** Packets of sound that came from a channel so far; null when it is gone. */
  packetsFrom(channelId: string): Promise<number | null>
  /** The browser at this leg is dead; the channel still stands. */
  onLost(leg: Leg): Promise<void>
}

/**
 * Two signs together are a death: the softphone's websocket is gone, and no sound comes from the browser any more.
 * The one alone is a flap of the network; the other alone is a silent line, which Asterisk itself ends after a while.
 */
export class LossWatch {
  readonly #needs: LossWatchNeeds
  readonly #online = new Map<string, boolean>()
  readonly #watched = new Set<string>()

  constructor(needs: LossWatchNeeds) {
    this.#needs = needs
  }

  /** News, or a look at what Asterisk has; to hear the same twice is harmless. */
  softphone(accountId: string, online: boolean): void {
    this.#online.set(accountId, online)
    if (online) return
    for (const leg of this.#needs.legs.all())
      if (leg.accountId === accountId && leg.answered) this.#watch(leg)
  }

  /** Unknown softphones count as there: an end is believed unless something speaks against it. */
  isOnline(accountId: string): boolean {
    return this.#online.get(accountId) ?? true
  }

  #watch(leg: Leg): void {
    if (this.#watched.has(leg.id)) return
    this.#watched.add(leg.id)
    this.#listen(leg)
      .catch((error: unknown) =>
        // The next look at all softphones comes in a few seconds.
        this.#needs.log.warn({ err: String(error), leg: leg.id }, 'a softphone was not checked'),
      )
      .finally(() => this.#watched.delete(leg.id))
  }

  /** At least once, because a page that is loaded anew is registered again before its old sound is missed. */
  async #listen(leg: Leg): Promise<void> {
    const { legs, log, onLost, packetsFrom } = this.#needs
    let isAlive: boolean | null
    do isAlive = await sendsSound(() => packetsFrom(leg.id))
    while (isAlive === true && !this.isOnline(leg.accountId ?? ''))
    if (isAlive !== false || legs.get(leg.id) !== leg) return
    log.info({ leg: leg.id }, 'a browser died in a conversation')
    await onLost(leg)
  }
}
