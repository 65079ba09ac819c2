import type { Carrier } from '../exchange/carrier.ts'
import type { Platform } from '../../platform/context.ts'
import type { LiveCall } from '../exchange/liveCall.ts'
import { OFFER_MS } from '../distribution/exchangeRules.ts'
import type { Ari } from './ari/client.ts'
import type { Leg, Legs } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import { ringOutside } from './overflow.ts'
import { endpointOf } from './softphones.ts'

/** Asterisk stops ringing a little after we do, in case we are not there any more. */
const RING_SECONDS = Math.ceil(OFFER_MS / 1000) + 3

export const greetingOf = (callId: string): string => `greeting-${callId}`
/** Where the sides of a call are joined. */
export const bridgeOf = (callId: string): string => `call-${callId}`

/**
 * Tells the softphone why it rings; shown by the console before it is answered. `again`: the caller this very person
 * talked to when the browser died; answered by itself. `join`: this lead asked to be put into
 * a conversation.
 */
export const purposeHeader = (purpose: 'offer' | 'again' | 'callback' | 'join' | 'consult') => ({
  variables: { 'PJSIP_HEADER(add,X-Freizeichen)': purpose },
})

export interface CarrierNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  app: string
  legs: Legs
  /** Tells a caller about the place in line and the callback. */
  offer(caller: Leg): Promise<void>
}

/** Orders of the exchange as requests to Asterisk. */
export function asteriskCarrier(needs: CarrierNeeds): Carrier {
  const { ari, app, legs } = needs
  const hangUp = (channelId: string) =>
    unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
  const callerOf = (call: LiveCall): Leg | undefined =>
    legs.ofCall(call.id).find((leg) => leg.party === 'caller')

  async function join(call: LiveCall, caller: Leg, agentLegId: string): Promise<void> {
    const bridgeId = bridgeOf(call.id)
    await caller.greeted
    await caller.hush()
    // All at once: each is a round trip that both sides wait for.
    await Promise.all([
      // A channel enters a bridge only after its playback: stop what the caller hears first.
      unlessMovedOn(ari.request('DELETE /playbacks/{playbackId}', { playbackId: greetingOf(call.id) })),
      unlessMovedOn(ari.request('DELETE /channels/{channelId}/moh', { channelId: caller.id })),
      // It may be there: from before a restart, or with the agent alone in it while the caller was on hold.
      unlessMovedOn(ari.request('POST /bridges', { type: 'mixing', bridgeId })),
    ])
    const channel = [caller.id, agentLegId]
    await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel }))
  }

  return {
    async offer(call, agentId, legId) {
      const caller = callerOf(call)
      if (!caller || legId === null) return
      legs.add({ id: legId, cityId: caller.cityId, party: 'agent', callId: call.id, accountId: agentId })
      try {
        await ari.request('POST /channels', {
          endpoint: `PJSIP/${endpointOf(agentId)}`,
          app,
          appArgs: 'agent',
          channelId: legId,
          timeout: RING_SECONDS,
          formats: 'alaw',
          json: purposeHeader(call.talkedTo === agentId ? 'again' : 'offer'),
        })
      } catch (error) {
        // 500 "Allocation failed": the softphone is not registered. There will be no event.
        await legs.end(legId, null)
        throw error
      }
    },
    async withdraw(_call, legId) {
      if (legId !== null) await hangUp(legId)
    },
    async connect(call, legId) {
      const caller = callerOf(call)
      if (caller && legId !== null) await join(call, caller, legId)
    },
    async overflow(call, legId, lineId) {
      const caller = callerOf(call)
      if (caller && legId !== null) await ringOutside(needs, { caller, callId: call.id, legId, lineId })
    },
    async offerCallback(call) {
      const caller = callerOf(call)
      if (caller) await needs.offer(caller)
    },
    async park(call, legId) {
      const caller = callerOf(call)
      await unlessMovedOn(ari.request('DELETE /bridges/{bridgeId}', { bridgeId: bridgeOf(call.id) }))
      if (caller) await unlessMovedOn(ari.request('POST /channels/{channelId}/moh', { channelId: caller.id }))
      if (legId !== null) await hangUp(legId)
    },
    async end(call) {
      for (const leg of legs.ofCall(call.id)) await hangUp(leg.id)
      await unlessMovedOn(ari.request('DELETE /bridges/{bridgeId}', { bridgeId: bridgeOf(call.id) }))
    },
  }
}
