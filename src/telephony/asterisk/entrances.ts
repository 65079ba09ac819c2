import type { Conversations } from '../talk/conversations.ts'
import type { Channel, StasisStart } from './ari/types.generated.ts'
import { ariTime } from './ariTime.ts'
import { dialOutside } from './conversation.ts'
import type { Dialler } from './dial.ts'
import { FALLBACK_CONTEXT } from './fallback/variables.ts'
import { takeIn, type Entry, type IncomingNeeds } from './incoming.ts'
import type { Joins } from './join.ts'
import type { Gone, LegEnds } from './legEnds.ts'
import type { Leg } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import { backFromFallback, goneToFallback } from './resync.ts'

/** How long the news of why a channel ended may follow that it ended. */
const CAUSE_FOLLOWS_MS = 300

export interface EntrancesNeeds extends IncomingNeeds {
  dialler: Dialler
  joins: Joins
  conversations: Conversations
  legEnds: LegEnds
  /** Takes news in its own time; a failure is logged. */
  watch: (work: Promise<unknown>, what: string) => void
}

/** Channels that come into our application and leave it: who each is, and to whom that is told. */
export class Entrances {
  readonly #needs: EntrancesNeeds
  readonly #entering = new Map<string, Promise<void>>()

  constructor(needs: EntrancesNeeds) {
    this.#needs = needs
  }

  isEntering(id: string): boolean {
    return this.#entering.has(id)
  }

  async entered({ args, channel, timestamp }: StasisStart, mono: number): Promise<void> {
    const { legs, joins, ari, dialler } = this.#needs
    const [party, called = '', calling = ''] = args
    const leg = legs.get(channel.id)
    if (party === 'line') {
      if (leg && (await backFromFallback(this.#needs, leg))) return
      const offeredAt = ariTime(channel.creationtime)
      const offeredMono = mono - (ariTime(timestamp).getTime() - offeredAt.getTime())
      return this.enter({ channel, called, calling, offeredAt, offeredMono })
    }
    if (!leg) return
    if (leg.party === 'agent') await this.#agentAnswered(leg, mono)
    else if (leg.party === 'lead') await joins.entered(leg)
    else if (leg.party === 'overflow') await this.#outsideAnswered(leg, mono)
    else if (leg.party === 'consulted') await this.guestAnswered(leg.id)
    else if (leg.party === 'outside') await dialOutside({ ari }, leg)
    else await dialler.entered(leg, ariTime(timestamp))
  }

  async enter(entry: Entry): Promise<void> {
    const { id } = entry.channel
    const entering = takeIn(this.#needs, entry)
    this.#entering.set(id, entering)
    try {
      await entering
    } catch (error) {
      // The next comparison finds a channel that nobody knows, and takes it in again.
      this.#needs.legs.forget(id)
      throw error
    } finally {
      this.#entering.delete(id)
    }
  }

  /** Somebody asked into a call; a softphone's answer brings it into the application, an outside number's is told of. */
  async guestAnswered(id: string): Promise<void> {
    const leg = this.#needs.legs.get(id)
    if (!leg || leg.callId === null || leg.answered) return
    if (leg.party !== 'consulted' && leg.party !== 'outside') return
    leg.answered = true
    if (!(await this.#needs.conversations.guestAnswered(leg.callId, id))) await this.#sendAway(id)
  }

  /**
   * A channel has left the application, so it is ending; its `ChannelDestroyed`, which names the cause, mostly follows
   * within a millisecond, and sometimes not at all. A caller's cause changes nothing: no waiting for it.
   */
  left({ id, dialplan }: Channel, at: Date, mono: number): void {
    const { legs, watch } = this.#needs
    const leg = legs.get(id)
    // Sent there by the watchdog, at the very moment that we came back.
    if (leg && dialplan.context === FALLBACK_CONTEXT && dialplan.priority <= 1)
      return watch(goneToFallback(this.#needs, leg), 'StasisEnd')
    const end = (): void => watch(this.gone(id, { cause: null, seen: true, at, mono }), 'StasisEnd')
    if (leg?.party === 'caller' || this.#entering.has(id)) end()
    else setTimeout(end, CAUSE_FOLLOWS_MS)
  }

  async gone(id: string, gone: Gone): Promise<void> {
    await this.#entering.get(id)
    const leg = this.#needs.legs.get(id)
    if (leg) await this.#needs.legEnds.ended(leg, gone)
  }

  async #agentAnswered(leg: Leg, mono: number): Promise<void> {
    const { callId, accountId } = leg
    if (callId === null || accountId === null) return
    const exchange = this.#needs.exchangeOf(leg.cityId)
    const isThisOffer = exchange.calls.get(callId)?.legId === leg.id
    leg.answered = isThisOffer && (await exchange.accept(callId, accountId, mono))
    // Too late: the caller is gone or with somebody else.
    if (!leg.answered) await this.#sendAway(leg.id)
  }

  async #outsideAnswered(leg: Leg, mono: number): Promise<void> {
    const { id, cityId, callId } = leg
    leg.answered =
      callId !== null && (await this.#needs.exchangeOf(cityId).overflowAnswered(callId, id, mono))
    if (!leg.answered) await this.#sendAway(id)
  }

  #sendAway(channelId: string): Promise<unknown> {
    return unlessMovedOn(this.#needs.ari.request('DELETE /channels/{channelId}', { channelId }))
  }
}
