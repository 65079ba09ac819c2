// A lead joins a conversation openly: both sides are told first, and only then is the lead let in. Nobody can be
// listened to without knowing it (§ 201 StGB).
import { asSystem, type Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { conflict } from '../../platform/problems.ts'
import type { Carrier } from '../exchange/carrier.ts'
import { emitTelephony } from '../events.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { LeadPart } from '../lead/leadTypes.ts'
import * as store from '../store.ts'
import type { TalkCarrier } from '../talk/talkCarrier.ts'
import type { Ari } from './ari/client.ts'
import { bridgeOf, purposeHeader } from './carrier.ts'
import type { Leg, Legs } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import { endpointOf } from './softphones.ts'

const RING_SECONDS = 20
const COMES = 'sound:freizeichen/teamleitung'
const GOES = 'sound:freizeichen/teamleitung-geht'
const COMES_PREFIX = 'lead-comes-'

interface Join {
  readonly legId: string
  readonly cityId: string
  readonly callId: string
  readonly accountId: string
  readonly name: string
  in: boolean
}

interface JoinsNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  app: string
  legs: Legs
  exchangeOf(cityId: string): Exchange
  /** Only the caller and the agent are in the conversation, and both hear what is said in it. */
  isPair(callId: string): boolean
}

/** Leads in conversations; at most one in each. */
export class Joins {
  readonly #needs: JoinsNeeds
  readonly #joins = new Map<string, Join>()

  constructor(needs: JoinsNeeds) {
    this.#needs = needs
  }

  /** Whether everybody in the conversation would hear that a lead comes. */
  canJoin(callId: string): boolean {
    return this.#needs.isPair(callId)
  }

  of(callId: string): LeadPart | null {
    const join = this.#joins.get(callId)
    return join ? { accountId: join.accountId, name: join.name, in: join.in } : null
  }

  has(legId: string): boolean {
    return this.#byLeg(legId) !== undefined
  }

  /** Another process may change them from now on. */
  clear(): void {
    this.#joins.clear()
  }

  /** Rings the lead's softphone. @throws Problem 409 when it cannot ring */
  async start(who: Omit<Join, 'legId' | 'in'>): Promise<void> {
    const { platform, ari, app, legs } = this.#needs
    const legId = newId()
    const { cityId, callId, accountId } = who
    this.#joins.set(callId, { ...who, legId, in: false })
    const leg = legs.add({ id: legId, cityId, party: 'lead', callId, accountId })
    try {
      await store.insertLeg(platform.db, {
        city_id: cityId,
        id: legId,
        call_id: callId,
        party: 'lead',
        account_id: accountId,
        created_at: platform.clock.now(),
      })
      await ari.request('POST /channels', {
        endpoint: `PJSIP/${endpointOf(accountId)}`,
        app,
        appArgs: 'lead',
        channelId: legId,
        timeout: RING_SECONDS,
        formats: 'alaw',
        json: purposeHeader('join'),
      })
    } catch (error) {
      platform.log.warn({ call: callId, err: String(error) }, 'a lead could not be rung')
      await legs.end(legId, null)
      await this.legEnded(leg)
      throw conflict('no-softphone', 'Ihr Telefon im Browser ist nicht angemeldet.')
    }
    await this.#tellDesk(callId, cityId)
  }

  /** The lead's softphone has answered: both sides are told now. */
  async entered(leg: Leg): Promise<void> {
    const { ari, platform } = this.#needs
    const join = this.#byLeg(leg.id)
    if (!join) return this.#hangUp(leg.id)
    leg.answered = true
    await store.updateLeg(platform.db, leg.cityId, leg.id, { answered_at: platform.clock.now() })
    const told = await unlessMovedOn(
      ari.request('POST /bridges/{bridgeId}/play', {
        bridgeId: bridgeOf(join.callId),
        media: COMES,
        playbackId: `${COMES_PREFIX}${leg.id}`,
      }),
    )
    // The conversation is over.
    if (!told) await this.#hangUp(leg.id)
  }

  /** The announcement was heard to its end: only now the lead comes in. @returns whether it was one of ours */
  async afterPlayback(playbackId: string, state: string): Promise<boolean> {
    if (!playbackId.startsWith(COMES_PREFIX)) return false
    const join = this.#byLeg(playbackId.slice(COMES_PREFIX.length))
    if (!join) return true
    // Whoever was put on hold, or came in meanwhile, has not heard it.
    if (state === 'done' && this.#needs.isPair(join.callId)) await this.#letIn(join)
    else {
      this.#needs.platform.log.warn({ call: join.callId, state }, 'a lead was not let in: not both were told')
      await this.#hangUp(join.legId)
    }
    return true
  }

  async #letIn(join: Join): Promise<void> {
    const { ari, platform } = this.#needs
    const { callId, cityId, legId, accountId } = join
    const channel = legId
    const bridgeId = bridgeOf(callId)
    const added = ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel }).then(() => true)
    if (!(await unlessMovedOn(added))) return this.#hangUp(legId)
    join.in = true
    const ctx = asSystem(platform, cityId)
    await platform.db
      .transaction()
      .execute((tx) => emitTelephony(tx, ctx, 'call.lead-joined', { id: callId }, { leadId: accountId }))
    await this.#tellDesk(callId, cityId)
  }

  /** The lead's leg is gone; the others go on, and are told. */
  async legEnded(leg: Leg): Promise<void> {
    const join = this.#byLeg(leg.id)
    if (!join) return
    const { ari, platform, exchangeOf } = this.#needs
    const { callId, cityId, accountId } = join
    this.#joins.delete(callId)
    const exchange = exchangeOf(cityId)
    exchange.tellSelf({ kind: 'assist-ended', agentId: accountId })
    if (join.in) {
      if (exchange.state.callers.get(callId)?.connected)
        await unlessMovedOn(
          ari.request('POST /bridges/{bridgeId}/play', { bridgeId: bridgeOf(callId), media: GOES }),
        )
      const ctx = asSystem(platform, cityId)
      await platform.db
        .transaction()
        .execute((tx) => emitTelephony(tx, ctx, 'call.lead-left', { id: callId }, { leadId: accountId }))
    }
    await this.#tellDesk(callId, cityId)
  }

  /** Takes the lead out; the end of the leg does the rest. */
  async end(callId: string): Promise<void> {
    const join = this.#joins.get(callId)
    if (join) await this.#hangUp(join.legId)
  }

  #byLeg(legId: string): Join | undefined {
    return [...this.#joins.values()].find((join) => join.legId === legId)
  }

  async #hangUp(channelId: string): Promise<void> {
    await unlessMovedOn(this.#needs.ari.request('DELETE /channels/{channelId}', { channelId }))
  }

  /** The agent of the call sees who is in it. */
  async #tellDesk(callId: string, city: string): Promise<void> {
    const { live } = this.#needs.platform
    const agentId = this.#needs.exchangeOf(city).state.callers.get(callId)?.agentId
    if (agentId) await live.signal({ city, topic: 'desk', subject: agentId })
    await live.signal({ city, topic: 'board', subject: '' })
  }
}

/** A third person would not have heard that a lead is there: the lead goes out before anybody is asked in. */
export const askWithoutLead = (talk: TalkCarrier, joins: Joins): TalkCarrier => ({
  ...talk,
  async ask(cityId, callId, guest, address) {
    await joins.end(callId)
    await talk.ask(cityId, callId, guest, address)
  },
})

/** Who has a parked caller next has not heard it either. */
export const parkWithoutLead = (carrier: Carrier, joins: Joins): Carrier => ({
  ...carrier,
  async park(call, legId) {
    await joins.end(call.id)
    await carrier.park(call, legId)
  },
})
