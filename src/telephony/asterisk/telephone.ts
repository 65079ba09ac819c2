import type { AriConfig } from '../../config.ts'
import type { PhoneAccount } from '../../desk/contract.ts'
import { asSystem, type Platform } from '../../platform/context.ts'
import type { Carrier } from '../exchange/carrier.ts'
import { emitTelephony } from '../events.ts'
import type { Conversations } from '../talk/conversations.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { storePatiently } from '../desks/patience.ts'
import type { TalkCarrier } from '../talk/talkCarrier.ts'
import * as store from '../store.ts'
import { createAri, type Ari } from './ari/client.ts'
import type { AriEvent, Playback } from './ari/types.generated.ts'
import { ariTime } from './ariTime.ts'
import { asteriskCarrier } from './carrier.ts'
import { asteriskTalk } from './conversation.ts'
import { DeadBrowsers } from './deadBrowsers.ts'
import { Dialler } from './dial.ts'
import { Entrances } from './entrances.ts'
import { afterPlayback } from './incoming.ts'
import { FallbackPlan } from './fallback/plan.ts'
import { FallbackJournal } from './fallback/takeOver.ts'
import { askWithoutLead, Joins, parkWithoutLead } from './join.ts'
import { LegEnds } from './legEnds.ts'
import { Legs, type Leg } from './legs.ts'
import { restartMusic, resync, type ResyncNeeds } from './resync.ts'
import { accountOf, Softphones } from './softphones.ts'
import { TRUNK, TrunkWatch } from './trunk.ts'
import { adoptClosedCallers } from './voice/closedCallers.ts'
import { isOpenFor, startClosingSweep } from './voice/closingSweep.ts'
import { missingPrompts } from './voice/missingPrompts.ts'
import { Voice, type VoiceDoors } from './voice/voice.ts'
import { compareSoftphones, findSoftphones, removeUnused, watchEndpoints } from './watch.ts'

/** Against lost events: the same comparison as after a reconnect. */
const COMPARE_EVERY_MS = 15_000
/** Who could be rung is looked at more often: a caller would ring into the void. */
const COMPARE_ENDPOINTS_EVERY_MS = 4_000

/** A softphone of an earlier process that is not back by then is taken away. */
const COME_BACK_MS = 60_000

export interface TelephoneNeeds {
  platform: Platform
  config: AriConfig
  /** No other process can be in charge of this telephone system at this moment. */
  isOurs(): boolean
  exchangeOf(cityId: string): Exchange
  conversations: Conversations
  /** The link came or went: exchanges go on or pause. */
  onLink(up: boolean): Promise<void>
  onSoftphone(accountId: string, online: boolean): void
  /** An agent's conversation in the dialplan's fallback is over. */
  onFallbackOver(cityId: string, accountId: string): Promise<void>
  /** The browser died in a conversation; its caller waits again. */
  onLostCall(cityId: string, accountId: string, wasReady: boolean): Promise<void>
  /** What callers may be offered by voice; null: nothing. */
  doors: VoiceDoors | null
}

/** Asterisk as one telephone: connected while this process holds the lease, compared after every gap. */
export class AsteriskTelephone {
  readonly #needs: TelephoneNeeds
  readonly legs: Legs
  readonly carrier: Carrier
  readonly dialler: Dialler
  readonly joins: Joins
  readonly talk: TalkCarrier
  readonly #request: Pick<Ari, 'request'>
  readonly #softphones: Softphones
  readonly #deadBrowsers: DeadBrowsers
  readonly #legEnds: LegEnds
  readonly #entrances: Entrances
  readonly #fallbackPlan: FallbackPlan
  readonly #journal: FallbackJournal
  readonly #trunk: TrunkWatch
  /** When the link was last lost (monotonic ms); what died with the telephone system died then. */
  #lostAt = Infinity
  readonly #voice: Voice
  #missingPrompts: readonly string[] = []
  #stopSweep = (): void => undefined
  #ari: Ari | null = null
  #up = false
  #wasUp = false
  #comparing: NodeJS.Timeout | undefined
  #comparingEndpoints: NodeJS.Timeout | undefined
  #removing: NodeJS.Timeout | undefined

  constructor(needs: TelephoneNeeds) {
    this.#needs = needs
    const { platform, config } = needs
    this.#request = {
      request: (operation, ...args) =>
        this.#ari && this.#needs.isOurs()
          ? this.#ari.request(operation, ...args)
          : Promise.reject(new Error('no link to Asterisk')),
    }
    this.legs = new Legs(platform)
    this.#voice = new Voice(this.#voiceNeeds())
    const offer = (leg: Leg) => this.#offerCallback(leg)
    const carrier = asteriskCarrier({
      platform,
      ari: this.#request,
      app: config.app,
      legs: this.legs,
      offer,
    })
    const { exchangeOf } = needs
    const shared = { platform, ari: this.#request, app: config.app, legs: this.legs, exchangeOf }
    this.dialler = new Dialler(shared)
    this.joins = new Joins({ ...shared, isPair: (callId) => needs.conversations.of(callId) === null })
    this.carrier = parkWithoutLead(carrier, this.joins)
    const talk = asteriskTalk({ ari: this.#request, app: config.app, legs: this.legs })
    this.talk = askWithoutLead(talk, this.joins)
    this.#softphones = new Softphones(this.#request)
    this.#deadBrowsers = new DeadBrowsers({
      ...needs,
      ari: this.#request,
      legs: this.legs,
      dialler: this.dialler,
    })
    this.#legEnds = new LegEnds({
      ...needs,
      legs: this.legs,
      dialler: this.dialler,
      joins: this.joins,
      voice: this.#voice,
      deadBrowsers: this.#deadBrowsers,
    })
    this.#entrances = new Entrances({
      ...this.#incomingNeeds(),
      dialler: this.dialler,
      joins: this.joins,
      conversations: needs.conversations,
      legEnds: this.#legEnds,
      watch: (work, what) => this.#watch(work, what),
    })
    this.#fallbackPlan = new FallbackPlan(this.#incomingNeeds())
    const { onFallbackOver } = needs
    this.#journal = new FallbackJournal({ ...this.#incomingNeeds(), onFallbackOver })
    this.#trunk = new TrunkWatch(this.#request, config.app, (up) => this.#trunkChanged(up))
  }

  isUp(): boolean {
    return this.#up
  }

  /** Built-in announcements that Asterisk does not have; known from the first connection on. */
  get missingPrompts(): readonly string[] {
    return this.#missingPrompts
  }

  /** The far side of the trunk answers, as far as is known. */
  trunkIsUp(): boolean {
    return this.#trunk.isUp()
  }

  carries(cityId: string): boolean {
    const { city } = this.#needs.config
    return city === null || city === cityId
  }

  connect(): void {
    const { config, platform } = this.#needs
    this.#ari = createAri({
      ...config,
      log: platform.log,
      onUp: () => this.#cameUp(),
      onDown: () => this.#wentDown(),
      onEvent: (event) => this.#take(event),
    })
    this.#stopSweep = startClosingSweep(this.#voiceNeeds(), this.#voice)
    this.#comparing = setInterval(() => this.#watch(this.#compare(), 'comparison'), COMPARE_EVERY_MS)
    const compare = () => this.#watch(this.#compareEndpoints(), 'endpoints')
    this.#comparingEndpoints = setInterval(compare, COMPARE_ENDPOINTS_EVERY_MS)
  }

  async disconnect(): Promise<void> {
    clearInterval(this.#comparing)
    clearInterval(this.#comparingEndpoints)
    clearTimeout(this.#removing)
    this.#fallbackPlan.stop()
    this.#stopSweep()
    this.#ari?.close()
    this.#ari = null
    this.legs.clear()
    this.#journal.clear()
    this.joins.clear()
    this.#needs.conversations.clear()
    if (this.#up) await this.#setLink(false)
  }

  async phoneAccount(accountId: string): Promise<PhoneAccount> {
    const account = await this.#softphones.renew(accountId)
    await watchEndpoints(this.#request, this.#needs.config.app, [account.user])
    return account
  }

  /** The desk is closed and its softphone is gone. */
  removePhone(accountId: string): void {
    if (this.#up) this.#watch(this.#softphones.remove(accountId), 'softphone')
  }

  async #cameUp(): Promise<void> {
    // First of all, so that no watchdog takes callers away while they are being looked after.
    await this.#fallbackPlan.start()
    await this.#softphones.pushAll()
    const needs = this.#resyncNeeds()
    const { app } = this.#needs.config
    this.#removeLater(await findSoftphones(this.#request, app, this.#softphones, this.#tellSoftphone))
    await this.#trunk.look()
    const found = await resync(needs)
    const isGap = this.#wasUp || found.requeued + found.kept + found.ended + found.handedOver > 0
    this.#wasUp = true
    this.#missingPrompts = await missingPrompts(this.#request)
    await this.#setLink(true)
    // Only now, because whoever hears of it looks at once whether the telephone is there.
    await this.#record((cityId, tx) => {
      const ctx = asSystem(this.#needs.platform, cityId)
      const subject = { id: this.#needs.config.app }
      return isGap
        ? emitTelephony(tx, ctx, 'telephone.gap', subject, found)
        : emitTelephony(tx, ctx, 'telephone.connected', subject, {})
    })
    await this.#voice.reset()
    await restartMusic(needs)
    await this.#needs.conversations.arrangeAll()
    await adoptClosedCallers(this.#voiceNeeds(), this.#voice, needs.isEntering)
  }

  #wentDown(): void {
    this.#fallbackPlan.stop()
    if (!this.#up) return
    this.#lostAt = performance.now()
    this.#watch(this.#setLink(false), 'link')
    this.#watch(
      this.#record((cityId, tx) => {
        const ctx = asSystem(this.#needs.platform, cityId)
        return emitTelephony(tx, ctx, 'telephone.lost', { id: this.#needs.config.app }, {})
      }),
      'link',
    )
  }

  /** The browsers' connections ended with the process before: they get the time to come back by ours. */
  #removeLater(unused: readonly string[]): void {
    clearTimeout(this.#removing)
    this.#removing = setTimeout(() => {
      if (this.#up) this.#watch(removeUnused(this.#request, this.#softphones, unused), 'softphone')
    }, COME_BACK_MS)
  }

  #trunkChanged(up: boolean): Promise<void> {
    return this.#record((cityId, tx) => {
      const ctx = asSystem(this.#needs.platform, cityId)
      return emitTelephony(tx, ctx, 'telephone.trunk', { id: this.#needs.config.app }, { up })
    })
  }

  async #setLink(up: boolean): Promise<void> {
    this.#up = up
    await this.#needs.onLink(up)
  }

  #compare(): Promise<unknown> {
    return this.#up ? resync(this.#resyncNeeds()) : Promise.resolve()
  }

  async #compareEndpoints(): Promise<void> {
    if (!this.#up) return
    await compareSoftphones(this.#request, this.#softphones, this.#tellSoftphone)
    await this.#trunk.compare()
  }

  readonly #tellSoftphone = (accountId: string, online: boolean): void => {
    this.#watch(this.#deadBrowsers.softphone(accountId, online), 'softphone')
    this.#needs.onSoftphone(accountId, online)
  }

  #take(event: AriEvent): void {
    if (!this.#needs.isOurs()) return
    const mono = performance.now()
    switch (event.type) {
      case 'StasisStart':
        return this.#watch(this.#entrances.entered(event, mono), event.type)
      case 'StasisEnd':
        return this.#entrances.left(event.channel, ariTime(event.timestamp), mono)
      case 'ChannelDestroyed': {
        const gone = { cause: event.cause, seen: true, at: ariTime(event.timestamp), mono }
        return this.#watch(this.#entrances.gone(event.channel.id, gone), event.type)
      }
      case 'ChannelVarset':
        // Set when a channel's audio ends, just before it is gone.
        if (event.variable === 'RTPAUDIOQOS' && event.channel)
          this.legs.noteAudio(event.channel.id, event.value)
        return
      case 'Dial':
        // A softphone's channel is not ours to join yet; it comes in by itself.
        if (event.dialstatus === 'ANSWER' && this.legs.get(event.peer.id)?.party === 'outside')
          this.#watch(this.#entrances.guestAnswered(event.peer.id), event.type)
        return this.dialler.news(event)
      case 'PlaybackFinished':
        if (this.#voice.finished(event.playback.id, event.playback.state === 'failed')) return
        return this.#watch(this.#playbackOver(event.playback), event.type)
      case 'ChannelDtmfReceived':
        return this.#voice.digit(event.channel.id, event.digit)
      case 'RecordingFinished':
      case 'RecordingFailed': {
        const failed = event.type === 'RecordingFailed'
        return this.#watch(this.#voice.recorded(event.recording.name, failed), event.type)
      }
      case 'EndpointStateChange': {
        const { resource, state } = event.endpoint
        if (resource === TRUNK) return this.#watch(this.#trunk.note(state ?? 'unknown'), event.type)
        const accountId = accountOf(event.endpoint.resource)
        if (accountId !== null) this.#tellSoftphone(accountId, event.endpoint.state === 'online')
      }
    }
  }

  async #playbackOver({ id, state }: Playback): Promise<void> {
    if (!(await this.joins.afterPlayback(id, state))) await afterPlayback(this.#incomingNeeds(), id)
  }

  async #offerCallback(leg: Leg): Promise<void> {
    const isOpen = await isOpenFor(this.#voiceNeeds(), leg)
    await this.#voice.offer(leg, isOpen ? 'waiting' : 'closing')
  }

  #voiceNeeds() {
    const { platform, exchangeOf, doors } = this.#needs
    return { platform, exchangeOf, doors, legs: this.legs, ari: this.#request }
  }

  #incomingNeeds() {
    const { platform, exchangeOf } = this.#needs
    const carries = (cityId: string) => this.carries(cityId)
    return {
      platform,
      exchangeOf,
      carries,
      legs: this.legs,
      ari: this.#request,
      dialler: this.dialler,
      voice: this.#voice,
    }
  }

  #resyncNeeds(): ResyncNeeds {
    return {
      ...this.#incomingNeeds(),
      app: this.#needs.config.app,
      dialler: this.dialler,
      isJoin: (legId) => this.joins.has(legId),
      conversations: this.#needs.conversations,
      isEntering: (id) => this.#entrances.isEntering(id),
      enter: (entry) => this.#entrances.enter(entry),
      journal: this.#journal,
      agentGone: (leg) => this.#deadBrowsers.loseAgent(leg),
      legGone: (leg, died) => {
        const at = this.#needs.platform.clock.now()
        const mono = died ? Math.min(this.#lostAt, performance.now()) : performance.now()
        return this.#legEnds.ended(leg, { cause: null, seen: false, died, at, mono })
      },
    }
  }

  async #record(
    write: (cityId: string, tx: Parameters<typeof emitTelephony>[0]) => Promise<void>,
  ): Promise<void> {
    const { platform, config } = this.#needs
    await storePatiently(platform, async (tx) => {
      const cities = config.city === null ? await store.cityIds(tx) : [config.city]
      for (const cityId of cities) await write(cityId, tx)
    })
  }

  /** News is taken in its own time; a failure is logged, the next news comes all the same. */
  #watch(work: Promise<unknown>, what: string): void {
    work.catch((error: unknown) =>
      this.#needs.platform.log.error({ err: error, what }, 'news of Asterisk was not taken'),
    )
  }
}
