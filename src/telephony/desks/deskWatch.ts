import type { Platform, StaffContext } from '../../platform/context.ts'
import { missingFor, type Checks } from './availability.ts'
import type { MissedHow, State } from '../distribution/model.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { Interruptions } from './interruptions.ts'
import type { Pauses } from './pauses.ts'
import type { DeskSays } from '../switchboard.ts'

/** What a desk says of itself and what the telephone system says of its softphone. */
interface Desk {
  /** Null while only its softphone is known. */
  cityId: string | null
  /** The begin of its lease: what it said then holds for a few seconds. */
  heardMono: number | null
  /** When a person last did something there; says that somebody is at the desk, not that a call could be taken. */
  usedMono: number | null
  microphone: boolean
  phoneRegistered: boolean
  awake: boolean
  online: boolean
}

const UNHEARD: Desk = {
  cityId: null,
  heardMono: null,
  usedMono: null,
  microphone: false,
  phoneRegistered: false,
  awake: true,
  online: false,
}
const SWEEP_MS = 1_000
/** A desk silent for this long is closed, not only interrupted. */
const GONE_AFTER_MS = 60_000

interface DeskWatchNeeds {
  platform: Platform
  exchanges: ReadonlyMap<string, Exchange>
  pauses: Pauses
  telephone(cityId: string): Checks['telephone']
  /** The desk is closed, and its softphone with it. */
  onClosed(accountId: string): void
}

/** Watches the desks: whoever cannot take a call is given none, and whoever can again goes on as before. */
export class DeskWatch {
  readonly #needs: DeskWatchNeeds
  readonly #desks = new Map<string, Desk>()
  readonly #interruptions = new Interruptions()
  /** Only back for the caller they lost; a pause was planned after it. */
  readonly #pauseAfterCall = new Set<string>()
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
  async heard(ctx: StaffContext, { awake = true, ...said }: DeskSays): Promise<void> {
    const { cityId, actor } = ctx
    const before = this.missing(cityId, actor.accountId).join()
    this.#note(actor.accountId, { cityId, ...said, awake, heardMono: performance.now() })
    const isChanged = this.missing(cityId, actor.accountId).join() !== before
    if (isChanged || this.#interruptions.has(actor.accountId)) await this.#check(cityId, actor.accountId)
  }

  /** A person at the desk did something: it is not closed, even if it never told that it lives. */
  used(cityId: string, accountId: string): void {
    this.#note(accountId, { cityId, usedMono: performance.now() })
  }

  /** The person chose between ready and pause: nothing is left to be given back. */
  decided(accountId: string): void {
    this.#interruptions.forget(accountId)
    this.#pauseAfterCall.delete(accountId)
  }

  /** The softphone is there or not, says the telephone system. */
  softphone(accountId: string, online: boolean): void {
    const { cityId, online: before } = this.#desk(accountId)
    if (online === before) return
    this.#note(accountId, { online })
    if (cityId !== null) this.#checkSoon(cityId, accountId)
  }

  /** A call rang here in vain, which ends readiness: why, and whether it comes back by itself. */
  missed(cityId: string, accountId: string, how: MissedHow): void {
    if (how !== 'timeout' && how !== 'failed') return
    // The telephone could not be rung: no fault of its person, who has calls again once it can.
    if (how === 'failed') this.#interruptions.begin(accountId, { since: performance.now(), wasReady: true })
    const reason = how === 'failed' ? 'interrupted' : 'unanswered'
    this.#needs.pauses
      .note(cityId, accountId, reason)
      .then(() => this.#tell(cityId, accountId))
      .catch((error: unknown) =>
        this.#needs.platform.log.error(
          { err: error, account: accountId },
          'the reason of a pause was not kept',
        ),
      )
  }

  /** The browser died in a conversation; its caller is kept for a moment. */
  async lostCall(cityId: string, accountId: string, wasReady: boolean): Promise<void> {
    this.#interruptions.begin(accountId, { since: performance.now(), wasReady })
    await this.#needs.pauses.note(cityId, accountId, 'interrupted')
    await this.#check(cityId, accountId)
  }

  /** After a restart of ours a desk is believed until it is due to speak again. */
  believe(cityId: string, accountId: string): void {
    const well = { phoneRegistered: true, microphone: true }
    this.#note(accountId, { cityId, ...well, heardMono: performance.now() })
  }

  /** An earlier process had interrupted this desk and died before it was back. */
  stillInterrupted(accountId: string): void {
    this.#interruptions.begin(accountId, { since: performance.now(), wasReady: true })
  }

  missing(cityId: string, accountId: string): string[] {
    const { heardMono, microphone, phoneRegistered, online, awake } = this.#desk(accountId)
    return missingFor({
      telephone: this.#needs.telephone(cityId),
      phoneRegistered: phoneRegistered && online,
      microphone,
      awake,
      silentMs: heardMono === null ? null : performance.now() - heardMono,
    })
  }

  /** Before the callers who waited for the telephone system are given out: not to softphones that are still coming back. */
  async checkAll(): Promise<void> {
    for (const [cityId, exchange] of this.#needs.exchanges)
      for (const { id } of exchange.state.agents.values())
        if (this.missing(cityId, id).length > 0) await this.#interrupt(exchange, cityId, id)
  }

  /** What is missing has changed: the desk is told, and gets no callers that it cannot take. */
  async #check(cityId: string, accountId: string): Promise<void> {
    const exchange = this.#needs.exchanges.get(cityId)
    if (exchange?.state.agents.has(accountId)) {
      if (this.missing(cityId, accountId).length > 0) await this.#interrupt(exchange, cityId, accountId)
      // What was missing may be there again by now: a softphone that only came by another way.
      if (this.missing(cityId, accountId).length === 0) await this.#goOn(exchange, cityId, accountId)
    }
    await this.#tell(cityId, accountId)
  }

  #tell(cityId: string, accountId: string): Promise<void> {
    return this.#needs.platform.live.signal({ city: cityId, topic: 'desk', subject: accountId })
  }

  async #interrupt(exchange: Exchange, cityId: string, accountId: string): Promise<void> {
    if (exchange.state.agents.get(accountId)?.ready !== true) return
    this.#interruptions.begin(accountId, { since: performance.now(), wasReady: true })
    await exchange.tell({ kind: 'not-ready', agentId: accountId })
    await this.#needs.pauses.note(cityId, accountId, 'interrupted')
  }

  async #goOn(exchange: Exchange, cityId: string, accountId: string): Promise<void> {
    const agent = exchange.state.agents.get(accountId)
    // Its interruption is not stored yet: looked at again when it is, and with the next word of the desk.
    if (agent?.ready !== false) return
    const talks = agent.phase === 'in-call'
    const interruption = this.#interruptions.end(accountId, performance.now(), talks)
    if (!interruption) return
    const { wasReady } = interruption
    if (!wasReady && !isWaitedFor(exchange.state, accountId)) return
    if (!wasReady) this.#pauseAfterCall.add(accountId)
    await this.#needs.pauses.note(cityId, accountId, null)
    await exchange.tell({ kind: 'ready', agentId: accountId })
  }

  #sweep(): void {
    for (const [cityId, exchange] of this.#needs.exchanges)
      for (const { id, phase, ready } of exchange.state.agents.values()) {
        if (phase === 'in-call' && this.#pauseAfterCall.delete(id))
          exchange.tellSelf({ kind: 'not-ready', agentId: id })
        if (phase === 'not-ready' && this.#isGone(id)) this.#close(exchange, id)
        else if (ready && this.missing(cityId, id).length > 0) this.#checkSoon(cityId, id)
      }
  }

  #close(exchange: Exchange, accountId: string): void {
    exchange.tellSelf({ kind: 'gone', agentId: accountId })
    this.decided(accountId)
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

/** A caller waits whose conversation with this agent broke off. */
const isWaitedFor = ({ callers }: State, agentId: string): boolean =>
  [...callers.values()].some((caller) => caller.prefers === agentId && caller.agentId === null)
