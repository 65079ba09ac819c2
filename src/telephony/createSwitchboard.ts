import { linesOf } from '../city/index.ts'
import type { AriConfig } from '../config.ts'
import type { PauseReason } from '../desk/contract.ts'
import type { Platform, StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict, Problem } from '../platform/problems.ts'
import { callerNumber } from '../shared/callerNumber.ts'
import { AsteriskTelephone } from './asterisk/telephone.ts'
import type { VoiceDoors } from './asterisk/voice/voice.ts'
import {
  NO_TELEPHONE,
  NOT_IN_CHARGE,
  STANDS_BY,
  TELEPHONE_DOWN,
  TRUNK_ALARM,
  TRUNK_DOWN,
} from './desks/availability.ts'
import type { Checks } from './desks/availability.ts'
import type { Carriers } from './exchange/carrier.ts'
import { Conversations } from './talk/conversations.ts'
import { createTalkSwitch } from './talk/createTalkSwitch.ts'
import { callInHand, Dials } from './dials.ts'
import { DeskWatch } from './desks/deskWatch.ts'
import type { Agent } from './distribution/model.ts'
import { Exchange } from './exchange/exchange.ts'
import { keepLease, type Lease } from './lease.ts'
import { LeadDesk } from './lead/leadDesk.ts'
import { forgetSignOut } from './lead/leadStore.ts'
import type { CallerMove, LeadPart, LeadTools, TelephoneNow } from './lead/leadTypes.ts'
import { isPractice, type LiveCall } from './exchange/liveCall.ts'
import { Pauses } from './desks/pauses.ts'
import { presenceOf } from './exchange/presence.ts'
import { restoreExchange } from './exchange/restore.ts'
import * as store from './store.ts'
import type {
  DeskSays,
  DialEvent,
  DialOrder,
  Station,
  Switchboard,
  TelephoneSnapshot,
} from './switchboard.ts'
import type { TalkSwitch } from './talk/talkSwitch.ts'
import { trainingCarrier } from './training/carrier.ts'
import { scriptOf } from './training/scripts.ts'

/** A link that comes back within this time makes nobody "not ready". */
const LINK_GRACE_MS = 5_000

/**
 * The one implementation: exchanges of all cities, Asterisk where there is one, and training always.
 * @param doors what callers may be offered by voice; without it nobody is offered a callback
 */
export function createSwitchboard(
  platform: Platform,
  ari: AriConfig | null,
  doors: VoiceDoors | null = null,
): Switchboard & LeadTools {
  return new House(platform, ari, doors)
}

class House implements Switchboard, LeadTools {
  readonly #platform: Platform
  readonly #exchanges = new Map<string, Exchange>()
  readonly #telephone: AsteriskTelephone | null
  readonly #dials: Dials
  readonly #desks: DeskWatch
  readonly #pauses: Pauses
  readonly #conversations: Conversations
  readonly talk: TalkSwitch
  readonly #carriers: Carriers
  readonly #leads: LeadDesk
  readonly #leaseName: string
  #lease: Lease | null = null
  /** What an earlier process left is taken over; before that nothing is known. */
  #restored = false
  #downSince = -Infinity

  constructor(platform: Platform, ari: AriConfig | null, doors: VoiceDoors | null) {
    this.#platform = platform
    this.#dials = new Dials({
      platform,
      telephone: () => this.#telephone,
      connected: (cityId) => this.connected(cityId),
      exchangeOf: (cityId) => this.#exchange(cityId),
      requireFreeDesk: (ctx) => this.#requireFreeDesk(ctx),
    })
    this.#pauses = new Pauses(platform)
    this.#desks = new DeskWatch({
      platform,
      pauses: this.#pauses,
      exchanges: this.#exchanges,
      telephone: (cityId) => this.#telephoneOf(cityId),
      onClosed: (accountId) => this.#telephone?.removePhone(accountId),
    })
    this.#conversations = new Conversations({
      platform,
      exchangeOf: (cityId) => this.#exchange(cityId),
      carrier: () => this.#telephone?.talk ?? null,
    })
    this.talk = createTalkSwitch({
      platform,
      conversations: this.#conversations,
      exchangeOf: (cityId) => this.#exchange(cityId),
      missing: (cityId, accountId) => this.#desks.missing(cityId, accountId),
      pauseOf: (accountId) => this.#pauses.of(accountId),
    })
    this.#leaseName = ari ? `${ari.app}@${new URL(ari.url).host}` : ''
    this.#telephone = ari
      ? new AsteriskTelephone({
          platform,
          config: ari,
          isOurs: () => this.#lease?.isOurs() === true,
          exchangeOf: (cityId) => this.#exchange(cityId),
          conversations: this.#conversations,
          onLink: (up) => this.#link(up),
          onFallbackOver: (cityId, accountId) => this.#readyAgain(cityId, accountId),
          doors,
          onSoftphone: (accountId, online) => this.#desks.softphone(accountId, online),
          onLostCall: (cityId, accountId, wasReady) => this.#desks.lostCall(cityId, accountId, wasReady),
        })
      : null
    this.#leads = new LeadDesk({
      platform,
      exchangeOf: (cityId) => this.#exchange(cityId),
      pauseOf: (agent) => this.#pauseOf(agent),
      decided: (accountId) => this.#desks.decided(accountId),
      joins: this.#telephone?.joins ?? null,
    })
    this.#carriers = { training: trainingCarrier, asterisk: this.#telephone?.carrier ?? trainingCarrier }
  }

  async start(): Promise<void> {
    this.#desks.start()
    if (!this.#telephone) return this.#restore()
    const telephone = this.#telephone
    this.#lease = keepLease(this.#platform, this.#leaseName, {
      gained: async (isOurs) => {
        await this.#restore()
        if (isOurs()) telephone.connect()
      },
      lost: async () => {
        this.#restored = false
        for (const exchange of this.#exchanges.values()) exchange.letGo()
        await telephone.disconnect()
      },
    })
  }

  async stop(): Promise<void> {
    this.#desks.stop()
    this.#dials.stop()
    const exchanges = [...this.#exchanges.values()]
    await this.#conversations.settled()
    await Promise.all(exchanges.map((exchange) => exchange.settled()))
    await this.#lease?.stop()
    await Promise.all(exchanges.map((exchange) => exchange.stop()))
  }

  connected(cityId: string): boolean {
    return this.#telephone?.isUp() === true && this.#telephone.carries(cityId)
  }

  hasTelephone(cityId: string): boolean {
    return this.#telephone?.carries(cityId) === true
  }

  missing(): string | null {
    if (!this.#telephone) return `${NO_TELEPHONE} Die Adresse einer Anlage gehört in ARI_URL.`
    if (!this.inCharge())
      return 'Ein anderer Prozess steuert die Telefonanlage, oder dieser übernimmt sie gerade.'
    if (!this.#telephone.isUp()) return 'Die Telefonanlage antwortet nicht.'
    return this.#telephone.trunkIsUp() ? null : TRUNK_DOWN
  }

  alarm(cityId: string): string | null {
    const telephone = this.#telephone
    if (!telephone?.carries(cityId)) return null
    if (!this.inCharge()) return STANDS_BY
    if (!telephone.isUp()) return TELEPHONE_DOWN
    return telephone.trunkIsUp() ? null : TRUNK_ALARM
  }

  inCharge(): boolean {
    return this.#restored && (this.#lease === null || this.#lease.isHeld())
  }

  missingPrompts(): string | null {
    const missing = this.#telephone?.missingPrompts ?? []
    if (missing.length === 0) return null
    const named = missing.slice(0, 5).join(', ')
    const more = missing.length > 5 ? ` und ${missing.length - 5} weitere` : ''
    return `Der Telefonanlage fehlen Ansagen: ${named}${more}. Sie liegen in deploy/asterisk/sounds.`
  }

  station({ cityId, actor }: StaffContext): Station {
    const exchange = this.#exchange(cityId)
    const agent = exchange.state.agents.get(actor.accountId)
    const missing = this.inCharge() ? this.#desks.missing(cityId, actor.accountId) : [NOT_IN_CHARGE]
    if (!agent) {
      const since = this.#platform.clock.now()
      return { state: 'offline', since, pause: null, ready: false, callId: null, missing }
    }
    return {
      state: this.#presence(exchange, agent),
      since: new Date(agent.since),
      pause: this.#pauseOf(agent),
      ready: agent.ready,
      callId: agent.callId,
      missing,
    }
  }

  async heartbeat(ctx: StaffContext, says: DeskSays): Promise<void> {
    this.#requireInCharge()
    await this.#come(ctx)
    await this.#desks.heard(ctx, says)
  }

  async setReady(ctx: StaffContext, ready: boolean, reason: PauseReason = 'break'): Promise<void> {
    const { cityId, actor } = ctx
    this.#requireInCharge()
    const missing = this.#desks.missing(cityId, actor.accountId)
    if (ready && missing.length > 0) throw conflict('not-available', missing.join(' '))
    await this.#come(ctx)
    this.#desks.decided(actor.accountId)
    await this.#pauses.note(cityId, actor.accountId, ready ? null : reason)
    const kind = ready ? 'ready' : 'not-ready'
    await this.#exchange(cityId).tell({ kind, agentId: actor.accountId })
    if (ready) await forgetSignOut(this.#platform.db, cityId, actor.accountId)
  }

  async accept(ctx: StaffContext, callId: string): Promise<void> {
    const { exchange, call } = this.#inHand(ctx, callId)
    // A real call is taken by the softphone; its leg says so.
    const taken = isPractice(call)
      ? await exchange.accept(callId, ctx.actor.accountId)
      : exchange.state.callers.get(callId)?.agentId === ctx.actor.accountId
    if (!taken) throw notOffered()
  }

  async decline(ctx: StaffContext, callId: string): Promise<void> {
    const { exchange } = this.#inHand(ctx, callId)
    await exchange.tell({ kind: 'missed', callId, agentId: ctx.actor.accountId, how: 'declined' })
  }

  async hangUp(ctx: StaffContext, callId: string): Promise<void> {
    const { exchange, call } = this.#inHand(ctx, callId)
    if (!exchange.state.callers.get(callId)?.connected) throw notOffered()
    // Whoever else is in the conversation may have the caller now.
    if (this.#conversations.of(callId) && call.legId !== null && this.#telephone)
      return this.#telephone.talk.hangUp(call.legId)
    await exchange.end(callId, 'agent')
  }

  async finishWrapUp(ctx: StaffContext, callId: string): Promise<void> {
    const exchange = this.#exchange(ctx.cityId)
    const agentId = ctx.actor.accountId
    const call = exchange.calls.get(callId)
    // A played caller has nothing more to say once the record is complete.
    if (call && isPractice(call) && call.answer?.agentId === agentId) await exchange.end(callId, 'caller')
    await exchange.tell({ kind: 'wrapped-up', agentId, callId })
  }

  async startTraining(ctx: StaffContext): Promise<string> {
    const { db, clock } = this.#platform
    this.#requireInCharge()
    await this.#requireFreeDesk(ctx)
    const callId = newId()
    const script = scriptOf(callId)
    const lines = await linesOf(db, ctx.cityId)
    const line = lines.find((l) => l.purpose === script.purpose) ?? lines[0]
    if (!line) throw conflict('no-line', 'Es ist noch keine Rufnummer eingerichtet.')
    const exchange = this.#exchange(ctx.cityId)
    await exchange.arrive({
      callId,
      source: 'training',
      sourceKey: callId,
      line,
      caller: callerNumber(script.number),
      offeredAt: clock.now(),
      offeredMono: performance.now(),
      onlyFor: ctx.actor.accountId,
    })
    if (!exchange.calls.has(callId)) throw callInHand()
    return callId
  }

  async phoneAccount(ctx: StaffContext) {
    if (!this.#telephone || !this.connected(ctx.cityId)) return null
    return this.#telephone.phoneAccount(ctx.actor.accountId)
  }

  async dial(ctx: StaffContext, order: DialOrder, tell: (event: DialEvent) => Promise<void>): Promise<void> {
    this.#requireInCharge()
    await this.#dials.start(ctx, order, tell)
  }

  endDial(_ctx: StaffContext, attemptId: string): Promise<void> {
    return this.#dials.end(attemptId)
  }

  holdDial(_ctx: StaffContext, attemptId: string, held: boolean): Promise<void> {
    return this.#dials.hold(attemptId, held)
  }

  isDialHeld(attemptId: string): boolean {
    return this.#dials.isHeld(attemptId)
  }

  snapshot(cityId: string): TelephoneSnapshot {
    const exchange = this.#exchange(cityId)
    const waiting = [...exchange.state.callers.values()].filter((c) => !c.connected && c.onlyFor === null)
    return {
      connected: this.connected(cityId),
      well: this.connected(cityId) && this.missing() === null,
      note: this.#telephone ? (this.missing() ?? 'Die Telefonanlage ist verbunden.') : NO_TELEPHONE,
      waiting: waiting
        .map(({ id, lineId, since }) => ({ callId: id, lineId, since: new Date(since) }))
        .toSorted((a, b) => a.since.getTime() - b.since.getTime()),
      stations: [...exchange.state.agents.values()].map((agent) => ({
        accountId: agent.id,
        state: this.#presence(exchange, agent),
        pause: this.#pauseOf(agent),
        teamIds: agent.teams,
      })),
    }
  }

  telephoneNow(cityId: string): TelephoneNow {
    const { connected, well, note } = this.snapshot(cityId)
    return { connected, well, note, ...this.#leads.now(cityId) }
  }

  async moveCaller(ctx: StaffContext, callId: string, move: CallerMove, reason: string): Promise<void> {
    this.#requireInCharge()
    await this.#leads.move(ctx, callId, move, reason)
  }

  async signOut(ctx: StaffContext, accountId: string, reason: string): Promise<void> {
    this.#requireInCharge()
    await this.#leads.signOut(ctx, accountId, reason)
    await this.#pauses.note(ctx.cityId, accountId, null)
  }

  async joinCall(ctx: StaffContext, callId: string): Promise<void> {
    this.#requireInCharge()
    await this.#come(ctx)
    await this.#leads.join(ctx, callId)
  }

  leaveCall(ctx: StaffContext, callId: string): Promise<void> {
    return this.#leads.leave(ctx, callId)
  }

  leadIn(callId: string): LeadPart | null {
    return this.#telephone?.joins.of(callId) ?? null
  }

  #exchange(cityId: string): Exchange {
    const known = this.#exchanges.get(cityId)
    if (known) return known
    const made = new Exchange(this.#platform, cityId, this.#carriers, !this.connected(cityId))
    made.onMissed = (agentId, how) => this.#desks.missed(cityId, agentId, how)
    this.#exchanges.set(cityId, made)
    return made
  }

  #presence(exchange: Exchange, agent: Agent) {
    const call = exchange.calls.get(agent.callId ?? '')
    return presenceOf(agent, call !== undefined && isPractice(call))
  }

  #pauseOf(agent: Agent) {
    return agent.ready ? null : this.#pauses.of(agent.id)
  }

  #telephoneOf(cityId: string): Checks['telephone'] {
    if (!this.#telephone?.carries(cityId)) return 'none'
    if (this.#telephone.isUp()) return 'up'
    return performance.now() - this.#downSince < LINK_GRACE_MS ? 'gap' : 'down'
  }

  /** A desk that nobody knew is known from now on, with the teams of its account. */
  async #come({ cityId, actor }: StaffContext): Promise<void> {
    const { accountId: agentId, teamIds: teams } = actor
    this.#desks.used(cityId, agentId)
    const exchange = this.#exchange(cityId)
    const known = exchange.state.agents.get(agentId)
    // Nothing new: a sign of life does not wait in line behind the moments of calls.
    if (known && known.teams.join() === teams.join()) return
    const skills = known?.skills ?? (await store.skillsOf(this.#platform.db, cityId, agentId))
    await exchange.tell({ kind: 'came', agentId, teams, skills })
  }

  #inHand({ cityId, actor }: StaffContext, callId: string): { exchange: Exchange; call: LiveCall } {
    const exchange = this.#exchange(cityId)
    const call = exchange.calls.get(callId)
    if (!call || exchange.state.agents.get(actor.accountId)?.callId !== callId) throw notOffered()
    return { exchange, call }
  }

  async #requireFreeDesk(ctx: StaffContext): Promise<void> {
    await this.#come(ctx)
    const phase = this.#exchange(ctx.cityId).state.agents.get(ctx.actor.accountId)?.phase
    if (phase !== 'available' && phase !== 'not-ready') throw callInHand()
  }

  /** Until the past is restored nothing may be stored over it, and another process may be the one that stores. */
  #requireInCharge(): void {
    if (!this.inCharge()) throw new Problem(503, 'not-in-charge', NOT_IN_CHARGE)
  }

  async #restore(): Promise<void> {
    for (const cityId of await store.cityIds(this.#platform.db)) {
      const hasTelephone = this.#telephone?.carries(cityId) === true
      const agents = await restoreExchange(this.#platform, cityId, this.#exchange(cityId), hasTelephone)
      for (const agent of agents) this.#desks.believe(cityId, agent.id)
      for (const { account_id, reason } of await store.presentAccounts(this.#platform.db, cityId)) {
        this.#pauses.remember(account_id, reason)
        if (reason === 'interrupted') this.#desks.stillInterrupted(account_id)
      }
    }
    this.#downSince = performance.now()
    this.#restored = true
  }

  /** Who was rung in the fallback was ready, and is again, unless the person chose a pause since. */
  async #readyAgain(cityId: string, agentId: string): Promise<void> {
    const reason = this.#pauses.of(agentId)
    const exchange = this.#exchange(cityId)
    if (exchange.state.agents.get(agentId)?.ready !== false) return
    if (reason === null || reason === 'interrupted') await exchange.tell({ kind: 'ready', agentId })
  }

  async #link(up: boolean): Promise<void> {
    this.#downSince = performance.now()
    if (up) await this.#desks.checkAll()
    const carried = [...this.#exchanges].filter(([cityId]) => this.#telephone?.carries(cityId))
    await Promise.all(carried.map(([, exchange]) => exchange.pause(!up)))
  }
}

const notOffered = () => conflict('not-in-hand', 'Dieser Anruf ist nicht mehr bei Ihnen.')
