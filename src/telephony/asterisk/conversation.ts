// Hold, consultation, conference and handing over as requests to Asterisk. Everything happens in the call's one bridge:
// whoever shall not be heard is taken out of it, and the caller then hears music. So a look into the bridge says what a
// conversation was doing, also after the process that began it is gone.
import { membersOf } from '../talk/conversation.ts'
import type { Talk } from '../talk/model.ts'
import type { GuestAddress, TalkCarrier } from '../talk/talkCarrier.ts'
import type { Ari } from './ari/client.ts'
import { bridgeOf, purposeHeader } from './carrier.ts'
import type { Leg, Legs } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import { endpointOf } from './softphones.ts'

const DESK_RING_SECONDS = 20
const OUTSIDE_RING_SECONDS = 28
const TRUNK = 'trunk'

export interface ConversationNeeds {
  ari: Pick<Ari, 'request'>
  app: string
  legs: Legs
}

export function asteriskTalk({ ari, app, legs }: ConversationNeeds): TalkCarrier {
  const hangUp = (channelId: string) =>
    unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
  const partyOf = (callId: string, party: Leg['party']): Leg | undefined =>
    legs.ofCall(callId).find((leg) => leg.party === party)

  return {
    async arrange({ id: callId, legId }, talk) {
      const caller = partyOf(callId, 'caller')
      if (!caller) return
      const bridgeId = bridgeOf(callId)
      const { inside, music } = membersOf(talk, { caller: caller.id, agent: legId }, isHeard(talk))
      if (music) await putOnHold(ari, bridgeId, caller.id)
      else await unlessMovedOn(ari.request('DELETE /channels/{channelId}/moh', { channelId: caller.id }))
      await fill(ari, bridgeId, inside)
      const rings = talk?.stage === 'asking' && talk.guest?.accountId != null
      await ringTone(ari, callId, rings && talk.agentThere)
    },
    async ask(cityId, callId, guest, address) {
      const party = 'accountId' in address ? 'consulted' : 'outside'
      legs.add({ id: guest.legId, cityId, party, callId, accountId: guest.accountId })
      try {
        await open(ari, app, guest.legId, address)
      } catch (error) {
        // 500 "Allocation failed": nobody is registered there. There will be no event.
        await legs.end(guest.legId, null)
        throw error
      }
    },
    async hangUp(legId) {
      await hangUp(legId)
    },
    async release(callId) {
      for (const leg of legs.ofCall(callId)) await hangUp(leg.id)
      await unlessMovedOn(ari.request('DELETE /bridges/{bridgeId}', { bridgeId: bridgeOf(callId) }))
    },
  }
}

/** The outside number's channel is there: heard from now on, so that the agent hears what the network says; then dialled. */
export async function dialOutside({ ari }: Pick<ConversationNeeds, 'ari'>, leg: Leg): Promise<void> {
  if (leg.callId === null) return
  const bridgeId = bridgeOf(leg.callId)
  await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel: leg.id }))
  const channelId = leg.id
  const dial = ari.request('POST /channels/{channelId}/dial', { channelId, timeout: OUTSIDE_RING_SECONDS })
  // A channel that is not dialled would stay for ever, and the caller with it.
  if (!(await unlessMovedOn(dial.then(() => true))))
    await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
}

/** A desk's telephone only rings; what the network of an outside number says is heard from the start. */
const isHeard = (talk: Talk | null): boolean => talk !== null && talk.stage !== 'asking'

async function open(
  ari: Pick<Ari, 'request'>,
  app: string,
  channelId: string,
  address: GuestAddress,
): Promise<void> {
  if ('accountId' in address) {
    await ari.request('POST /channels', {
      endpoint: `PJSIP/${endpointOf(address.accountId)}`,
      app,
      appArgs: 'consulted',
      channelId,
      timeout: DESK_RING_SECONDS,
      formats: 'alaw',
      json: purposeHeader('consult'),
    })
    return
  }
  await ari.request('POST /channels/create', {
    endpoint: `PJSIP/${address.number}@${TRUNK}`,
    app,
    appArgs: 'outside',
    channelId,
    formats: 'alaw',
    json: { variables: { 'CALLERID(num)': address.callerId, 'CALLERID(name)': '' } },
  })
}

async function putOnHold(ari: Pick<Ari, 'request'>, bridgeId: string, channelId: string): Promise<void> {
  await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/removeChannel', { bridgeId, channel: channelId }))
  await unlessMovedOn(ari.request('POST /channels/{channelId}/moh', { channelId }))
}

/** Who is in the bridge already stays untouched: adding a channel again would interrupt it. */
async function fill(ari: Pick<Ari, 'request'>, bridgeId: string, inside: readonly string[]): Promise<void> {
  const bridge = await unlessMovedOn(ari.request('GET /bridges/{bridgeId}', { bridgeId }))
  if (!bridge) await unlessMovedOn(ari.request('POST /bridges', { type: 'mixing', bridgeId }))
  const missing = inside.filter((id) => !bridge?.channels.includes(id))
  // One by one: a channel that is gone must not keep the others out.
  for (const channel of missing)
    await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel }))
}

/** The agent hears that it rings at the other desk. */
async function ringTone(ari: Pick<Ari, 'request'>, callId: string, rings: boolean): Promise<void> {
  const playbackId = `asking-${callId}`
  await unlessMovedOn(ari.request('DELETE /playbacks/{playbackId}', { playbackId }))
  if (!rings) return
  await unlessMovedOn(
    ari.request('POST /bridges/{bridgeId}/play', {
      bridgeId: bridgeOf(callId),
      media: 'tone:ring;tonezone=de',
      playbackId,
    }),
  )
}
