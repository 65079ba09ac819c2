// What becomes of the other side when a browser dies in a conversation: nobody is left alone on the line.
import type { Platform } from '../../platform/context.ts'
import type { Conversations } from '../talk/conversations.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Ari } from './ari/client.ts'
import type { Dialler } from './dial.ts'
import type { Leg, Legs } from './legs.ts'
import { LossWatch } from './lossWatch.ts'
import { unlessMovedOn } from './movedOn.ts'
import { packetsFrom } from './sendsSound.ts'

/** Q.850: somebody hung up. */
const NORMAL_CLEARING = 16

export interface DeadBrowsersNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  legs: Legs
  dialler: Dialler
  conversations: Conversations
  exchangeOf(cityId: string): Exchange
  /** Its caller waits again. @param wasReady whether this person wanted further calls */
  onLostCall(cityId: string, accountId: string, wasReady: boolean): Promise<void>
}

/** An agent's side of a conversation; the id is null where nobody knows which leg it was. */
export type AgentsLeg = Pick<Leg, 'cityId' | 'callId' | 'accountId'> & { id: string | null }

export class DeadBrowsers {
  readonly #needs: DeadBrowsersNeeds
  readonly #losses: LossWatch

  constructor(needs: DeadBrowsersNeeds) {
    this.#needs = needs
    const { platform, ari, legs } = needs
    this.#losses = new LossWatch({
      log: platform.log,
      legs,
      packetsFrom: (channelId) => packetsFrom(ari, channelId),
      onLost: (leg) => this.#died(leg),
    })
  }

  /** The softphone is there or not, says Asterisk; to hear the same twice is harmless. */
  async softphone(accountId: string, online: boolean): Promise<void> {
    this.#losses.softphone(accountId, online)
    if (online) await this.#needs.dialler.clerkIsThere(accountId)
  }

  /**
   * A leg is over. Who hangs up is registered and says so; a browser that died is not there, or Asterisk gave it up.
   * An end that nobody saw may have been meant or not: whoever is still on the other side is not hung up on.
   * @returns whether it died in a conversation whose other side is taken care of now
   */
  async took(leg: Leg, cause: number | null, seen: boolean): Promise<boolean> {
    const { accountId, answered } = leg
    if (!answered || accountId === null) return false
    const hungUp = seen && this.#losses.isOnline(accountId) && (cause === null || cause === NORMAL_CLEARING)
    return !hungUp && this.#save(leg)
  }

  async #died(leg: Leg): Promise<void> {
    await this.#save(leg)
    // Whoever depends on it is taken care of; nobody is at its other end.
    await unlessMovedOn(this.#needs.ari.request('DELETE /channels/{channelId}', { channelId: leg.id }))
  }

  async #save(leg: Leg): Promise<boolean> {
    const { conversations, dialler } = this.#needs
    const isBack = leg.accountId !== null && this.#losses.isOnline(leg.accountId)
    if (leg.attemptId !== null) return dialler.clerkDied(leg, isBack)
    if (leg.callId === null) return false
    return (await conversations.agentDied(leg.callId, leg.id)) || this.loseAgent(leg)
  }

  /** The caller of this leg waits again, first for the same agent. @returns false when there is none */
  async loseAgent(leg: AgentsLeg): Promise<boolean> {
    const { id: legId, cityId, callId, accountId: agentId } = leg
    if (agentId === null || callId === null) return false
    const exchange = this.#needs.exchangeOf(cityId)
    const wasReady = exchange.state.agents.get(agentId)?.ready === true
    const isLost = await exchange.agentLost({ callId, agentId, legId })
    if (isLost) await this.#needs.onLostCall(cityId, agentId, wasReady)
    return isLost
  }
}
