// Frees callers whom a dead application left waiting. Knows nothing but Asterisk's HTTP: it must work when the
// database, the application and the event websocket do not.
import type { AriConfig } from '../../../config.ts'
import { createRequests, type Ari, type AriLog } from '../ari/client.ts'
import { ariTime } from '../ariTime.ts'
import { unlessMovedOn } from '../movedOn.ts'
import type { Bridge, Channel } from '../ari/types.generated.ts'
import { ALIVE, ENTRIES, FALLBACK_CONTEXT, readGlobal } from './variables.ts'

export interface WatchdogOptions {
  ari: AriConfig
  /** How often the sign of life is looked at. */
  everyMs: number
  /** Without a new sign for so long the application is taken for dead; longer than a takeover lasts. */
  afterMs: number
  log: AriLog
}

export interface Watchdog {
  stop(): Promise<void>
}

export function startWatchdog(options: WatchdogOptions): Watchdog {
  const dog = new Dog(options)
  const timer = setInterval(() => dog.look(), options.everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await dog.looking
    },
  }
}

class Dog {
  readonly #options: WatchdogOptions
  readonly #ari: Pick<Ari, 'request'>
  #sign: string | null = null
  #changedAt = performance.now()
  #dead = false
  #reached = true
  looking: Promise<void> | undefined

  constructor(options: WatchdogOptions) {
    this.#options = options
    this.#ari = createRequests(options.ari)
  }

  look(): void {
    this.looking ??= this.#round().finally(() => (this.looking = undefined))
  }

  async #round(): Promise<void> {
    const { log } = this.#options
    try {
      if (await this.#isDead()) await this.#free()
      if (!this.#reached) log.info({}, 'Asterisk answers again')
      this.#reached = true
    } catch (error) {
      if (this.#reached) log.warn({ err: String(error) }, 'Asterisk does not answer')
      this.#reached = false
      // Asterisk was away too: nothing is known of the application before it had its time again.
      this.#changedAt = performance.now()
    }
  }

  async #isDead(): Promise<boolean> {
    const { log, afterMs } = this.#options
    const sign = await readGlobal(this.#ari, ALIVE)
    const now = performance.now()
    if (sign !== this.#sign) {
      this.#sign = sign
      this.#changedAt = now
      if (this.#dead) log.info({}, 'the application is back')
      this.#dead = false
      return false
    }
    const silentMs = Math.round(now - this.#changedAt)
    if (silentMs < afterMs) return false
    if (!this.#dead) log.warn({ silentMs }, 'the application gives no sign of life')
    this.#dead = true
    return true
  }

  async #free(): Promise<void> {
    const { ari, log } = this.#options
    const inOurHands = await unlessMovedOn(
      this.#ari.request('GET /applications/{applicationName}', { applicationName: ari.app }),
    )
    if (!inOurHands || inOurHands.channel_ids.length === 0) return
    const channels = await this.#ari.request('GET /channels')
    const bridges = await this.#ari.request('GET /bridges')
    const waiting = callersAlone(inOurHands.channel_ids, channels, bridges)
    for (const { id } of waiting) {
      // Back at this very moment: it takes care of the rest itself.
      if (!(await this.#isDead())) return
      await unlessMovedOn(
        this.#ari.request('POST /channels/{channelId}/continue', {
          channelId: id,
          context: FALLBACK_CONTEXT,
          extension: 's',
          priority: 1,
        }),
      )
    }
    if (waiting.length > 0) log.warn({ callers: waiting.length }, 'callers were sent to the fallback')
  }
}

/** Callers of the application who talk to nobody, the oldest first. */
export function callersAlone(
  inOurHands: readonly string[],
  channels: readonly Pick<Channel, 'id' | 'state' | 'creationtime' | 'dialplan'>[],
  bridges: readonly Pick<Bridge, 'channels'>[],
): { id: string }[] {
  const up = new Set(channels.filter(({ state }) => state === 'Up').map(({ id }) => id))
  const talking = new Set(
    bridges
      .map((bridge) => bridge.channels.filter((id) => up.has(id)))
      .flatMap((ids) => (ids.length > 1 ? ids : [])),
  )
  return channels
    .filter(
      ({ id, dialplan }) => inOurHands.includes(id) && ENTRIES.includes(dialplan.context) && !talking.has(id),
    )
    .toSorted((a, b) => ariTime(a.creationtime).getTime() - ariTime(b.creationtime).getTime())
}
