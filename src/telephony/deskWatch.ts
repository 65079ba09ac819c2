import type { Platform, StaffContext } from '../platform/context.ts'
import { missingFor, type Checks } from './availability.ts'
import type { Exchange } from './exchange.ts'

/** What a desk says of itself and what the telephone system says of its softphone. */
interface Desk {
  /** Null while only its softphone is known. */
  cityId: string | null
  heardMono: number | null
  /** When a person last did something there; says that somebody is at the desk, not that a call could be taken. */
  usedMono: number | null
  microphone: boolean
  phoneRegistered: boolean
  online: boolean
}

const UNHEARD: Desk = {
  cityId: null,
  heardMono: null,
  usedMono: null,
  microphone: false,
  phoneRegistered: false,
  online: false,
}
const SWEEP_MS = 1_000
/** A desk silent for this long is closed, not only interrupted. */
const GONE_AFTER_MS = 60_000

interface DeskWatchNeeds {
  platform: Platform
  exchanges: ReadonlyMap<string, Exchange>
  telephone(cityId: string): Checks['telephone']
  /** The desk is closed, and its softphone with it. */
  onClosed(accountId: string): void
}

/** Watches the desks: whoever cannot take a call is given none. */
export class DeskWatch {
  readonly #needs: DeskWatchNeeds
  readonly #desks = new Map<string, Desk>()
  #sweeping: NodeJS.Timeout | undefined

  constructor(needs: DeskWatchNeeds) {
    this.#needs = needs
  }

  start(): void {
    this.#sweeping = setInterval(() => this.#sweep(), SWEEP_MS)
  }

  stop(): void {
    clearInterval(this.#sweeping)
  }

  /** The desk lives. */
  async heard(ctx: StaffContext, said: { phoneRegistered: boolean; microphone: boolean }): Promise<void> {
    const { cityId, actor } = ctx
    const before = this.missing(cityId, actor.accountId).join()
    this.#note(actor.accountId, { cityId, ...said, heardMono: performance.now() })
    if (this.missing(cityId, actor.accountId).join() !== before) await this.#check(cityId, actor.accountId)
  }

  /** A person at the desk did something: it is not closed, even if it never told that it lives. */
  used(cityId: string, accountId: string): void {
    this.#note(accountId, { cityId, usedMono: performance.now() })
  }

  /** The softphone came or went, says the telephone system. */
  softphone(accountId: string, online: boolean): void {
    this.#note(accountId, { online })
    const { cityId } = this.#desk(accountId)
    if (cityId !== null) this.#checkSoon(cityId, accountId)
  }

  /** After a restart of ours a desk is believed until it is due to speak again. */
  believe(cityId: string, accountId: string): void {
    const well = { phoneRegistered: true, microphone: true }
    this.#note(accountId, { cityId, ...well, heardMono: performance.now() })
  }

  missing(cityId: string, accountId: string): string[] {
    const { heardMono, microphone, phoneRegistered, online } = this.#desk(accountId)
    return missingFor({
      telephone: this.#needs.telephone(cityId),
      phoneRegistered: phoneRegistered && online,
      microphone,
      silentMs: heardMono === null ? null : performance.now() - heardMono,
    })
  }

  /** What is missing has changed: the desk is told, and gets no callers that it cannot take. */
  async #check(cityId: string, accountId: string): Promise<void> {
    const exchange = this.#needs.exchanges.get(cityId)
    const isFit = this.missing(cityId, accountId).length === 0
    if (exchange?.state.agents.get(accountId)?.ready && !isFit)
      await exchange.tell({ kind: 'not-ready', agentId: accountId })
    await this.#needs.platform.live.signal({ city: cityId, topic: 'desk', subject: accountId })
  }

  #sweep(): void {
    for (const [cityId, exchange] of this.#needs.exchanges)
      for (const { id, phase, ready } of exchange.state.agents.values()) {
        if (phase === 'not-ready' && this.#isGone(id)) this.#close(exchange, id)
        else if (ready && this.missing(cityId, id).length > 0) this.#checkSoon(cityId, id)
      }
  }

  #close(exchange: Exchange, accountId: string): void {
    exchange.tellSelf({ kind: 'gone', agentId: accountId })
    // A clerk's page has a telephone without a desk.
    if (this.#desk(accountId).online) return
    this.#desks.delete(accountId)
    this.#needs.onClosed(accountId)
  }

  #isGone(accountId: string): boolean {
    const { heardMono, usedMono } = this.#desk(accountId)
    return performance.now() - Math.max(heardMono ?? -Infinity, usedMono ?? -Infinity) > GONE_AFTER_MS
  }

  #checkSoon(cityId: string, accountId: string): void {
    this.#check(cityId, accountId).catch((error: unknown) =>
      this.#needs.platform.log.error({ err: error, account: accountId }, 'a desk was not checked'),
    )
  }

  #desk(accountId: string): Desk {
    return this.#desks.get(accountId) ?? UNHEARD
  }

  #note(accountId: string, news: Partial<Desk>): void {
    this.#desks.set(accountId, { ...this.#desk(accountId), ...news })
  }
}
