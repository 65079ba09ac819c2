// What conversations were doing when the process that led them died, read from who is in which bridge.
import type { Talk } from '../talk/model.ts'
import { type Conversations, waitAgain } from '../talk/conversations.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { newCall, type LiveCall } from '../exchange/liveCall.ts'
import type { Asked } from '../talk/talkMoments.ts'
import * as store from '../talk/talkStore.ts'
import type { Platform } from '../../platform/context.ts'
import type { Ari } from './ari/client.ts'
import type { Bridge } from './ari/types.generated.ts'
import { bridgeOf } from './carrier.ts'
import type { Leg } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'

export interface RebuildNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  exchangeOf(cityId: string): Exchange
  conversations: Conversations
}

/** @param alive legs whose channels exist */
export async function rebuildTalks(
  needs: RebuildNeeds,
  alive: readonly Leg[],
  bridges: readonly Bridge[],
): Promise<void> {
  for (const caller of alive) {
    const { party, callId } = caller
    if (party !== 'caller' || callId === null) continue
    if (caller.away) await leaveToFallback(needs, caller, callId)
    if (caller.away || needs.conversations.of(callId)) continue
    const inside = bridges.find(({ id }) => id === bridgeOf(callId))?.channels ?? []
    await rebuild(needs, { caller, callId, inside, alive: alive.filter((leg) => leg.callId === callId) })
  }
  for (const guest of alive.filter(isGuest))
    if (!alive.some(({ party, callId }) => party === 'caller' && callId === guest.callId))
      await hangUp(needs, guest.id)
}

/** The watchdog has sent a caller on hold to the fallback: nobody here has that caller any more. */
async function leaveToFallback(needs: RebuildNeeds, { cityId }: Leg, callId: string): Promise<void> {
  const exchange = needs.exchangeOf(cityId)
  if (!exchange.state.callers.get(callId)?.connected) return
  await needs.conversations.forget(callId)
  await waitAgain(exchange, callId)
  await exchange.tell({ kind: 'menu', callId })
}

interface Found {
  caller: Leg
  callId: string
  /** Channels in the call's bridge. */
  inside: readonly string[]
  alive: readonly Leg[]
}

async function rebuild(needs: RebuildNeeds, found: Found): Promise<void> {
  const { caller, callId, alive, inside } = found
  const exchange = needs.exchangeOf(caller.cityId)
  const call = exchange.calls.get(callId)
  const guest = alive.find((leg) => isGuest(leg) && leg.id !== call?.legId)
  if (!call) return guest ? adoptPassed(needs, found, guest) : undefined
  const agentId = exchange.state.callers.get(callId)?.agentId
  if (!agentId || !exchange.state.callers.get(callId)?.connected) return
  const agentThere = alive.some(({ id }) => id === call.legId)
  const callerIn = inside.includes(caller.id)
  const scene = { cityId: caller.cityId, call, agentId }
  if (!guest) {
    const isHeld = agentThere && call.legId !== null && inside.includes(call.legId) && !callerIn
    if (isHeld) await needs.conversations.adopt({ ...scene, talk: HELD, asked: null })
    return
  }
  const asked = await askedOf(needs, guest)
  const party = { legId: guest.id, accountId: guest.accountId }
  if (!guest.answered || !inside.includes(guest.id)) {
    // Nobody knows for how long it has been ringing: in doubt the caller is with the agent again.
    await needs.conversations.adopt({ ...scene, talk: { ...RINGS, agentThere, guest: party }, asked })
    await needs.conversations.legGone(callId, guest.id, 'other', 'failed')
    return hangUp(needs, guest.id)
  }
  const stage = callerIn ? 'conference' : 'consulting'
  const talk: Talk = { stage, agentThere: true, guest: party, passOn: false }
  await needs.conversations.adopt({ ...scene, talk, asked })
  if (!agentThere) await needs.conversations.agentGone(callId)
}

const HELD: Talk = { stage: 'held', agentThere: true, guest: null, passOn: false }
const RINGS = { stage: 'asking', passOn: true } as const

/** The call is over for the house: caller and outside number go on, or the hand-over did not come about. */
async function adoptPassed(needs: RebuildNeeds, { caller, callId }: Found, guest: Leg): Promise<void> {
  if (guest.accountId !== null || !guest.answered) {
    for (const { id } of [guest, caller]) await hangUp(needs, id)
    return
  }
  const talk: Talk = {
    stage: 'passed',
    agentThere: false,
    guest: { legId: guest.id, accountId: null },
    passOn: false,
  }
  const begun = { offeredAt: new Date(0), offeredMono: 0 }
  const call: LiveCall = newCall({ callId, source: 'asterisk', caller: null, ...begun })
  const asked = await askedOf(needs, guest)
  await needs.conversations.adopt({ cityId: caller.cityId, call, agentId: '', talk, asked })
}

async function askedOf({ platform }: RebuildNeeds, { id, cityId, accountId }: Leg): Promise<Asked> {
  if (accountId !== null) return { to: 'clerk', targetId: accountId, accountId }
  const targetId = (await store.outsideOfLeg(platform.db, cityId, id)) ?? id
  return { to: 'outside', targetId, accountId: null }
}

const isGuest = ({ party }: Leg): boolean => party === 'consulted' || party === 'outside'

async function hangUp({ ari }: RebuildNeeds, channelId: string): Promise<void> {
  await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
}
