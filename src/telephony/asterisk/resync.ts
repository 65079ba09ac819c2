// After every connection, and every now and then: what Asterisk really has, against what we think it has.
// Events of a gap are lost, so both directions are compared and nothing is taken on trust.
import * as store from '../store.ts'
import { ariTime } from './ariTime.ts'
import type { Dialler } from './dial.ts'
import { playMusic, type Entry, type IncomingNeeds } from './incoming.ts'
import type { Leg } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'

export interface ResyncNeeds extends IncomingNeeds {
  app: string
  dialler: Dialler
  /** A channel that is being taken in right now. */
  isEntering(channelId: string): boolean
  enter(entry: Entry): Promise<void>
  /** The channel is gone; nobody knows since when. */
  legGone(leg: Leg): Promise<void>
}

/** What a comparison found; for the event of the gap. */
export interface Found {
  requeued: number
  kept: number
  ended: number
}

export async function resync(needs: ResyncNeeds): Promise<Found> {
  const { ari, app, legs } = needs
  await rememberLegs(needs)
  // In this order: what came in meanwhile is in neither list and judged by its own events.
  const known = legs.all()
  const here = new Map((await ari.request('GET /channels')).map((channel) => [channel.id, channel]))
  const gone = known.filter((leg) => !here.has(leg.id))
  for (const leg of gone) await needs.legGone(leg)
  const alive = known.filter((leg) => here.has(leg.id) && legs.get(leg.id) === leg)
  for (const leg of alive) if (isStrayOffer(needs, leg)) await hangUp(needs, leg.id)
  await mendConversations(needs, alive)
  await adoptAttempts(needs, alive)

  const { channel_ids: inOurHands } = await ari.request('GET /applications/{applicationName}', {
    applicationName: app,
  })
  for (const id of inOurHands) {
    const channel = here.get(id)
    if (!channel || legs.get(id) || needs.isEntering(id)) continue
    const [, , called, calling] = channel.dialplan.app_data.split(',')
    if (channel.dialplan.context !== 'from-trunk' || called === undefined) await hangUp(needs, id)
    else await needs.enter(missedEntry(channel, called, calling ?? ''))
  }
  return count(needs, alive, gone)
}

/** Callers who wait hear music again, whatever they heard when the connection broke. */
export async function restartMusic({ ari, legs, exchangeOf }: ResyncNeeds): Promise<void> {
  for (const leg of legs.all().filter((l) => l.party === 'caller'))
    await playMusic(ari, exchangeOf(leg.cityId), leg)
}

/** Legs an earlier process wrote down. */
async function rememberLegs({ platform, legs, carries }: ResyncNeeds): Promise<void> {
  for (const row of await store.liveLegs(platform.db)) {
    if (legs.get(row.id) || !carries(row.city_id)) continue
    legs.add({
      id: row.id,
      cityId: row.city_id,
      party: row.party,
      callId: row.call_id,
      attemptId: row.attempt_id,
      accountId: row.account_id,
      answered: row.answered_at !== null || row.party === 'caller',
    })
  }
}

/** An agent's telephone that rings or talks although the exchange knows nothing of it. */
function isStrayOffer({ exchangeOf }: ResyncNeeds, leg: Leg): boolean {
  if (leg.party !== 'agent' || leg.callId === null) return false
  return exchangeOf(leg.cityId).calls.get(leg.callId)?.legId !== leg.id
}

/** Whoever is thought to talk must be joined, and not alone: a process may have died between the two. */
async function mendConversations({ ari, exchangeOf }: ResyncNeeds, alive: readonly Leg[]): Promise<void> {
  const bridges = await ari.request('GET /bridges')
  for (const { id, party, cityId, callId } of alive) {
    const exchange = exchangeOf(cityId)
    const call = callId === null ? undefined : exchange.calls.get(callId)
    // Who was answered and waits again, because the agent's browser died, has nobody to be joined with.
    const talks = call !== undefined && exchange.state.callers.get(call.id)?.connected === true
    if (party !== 'caller' || !talks || call.legId === null) continue
    const { legId } = call
    const isJoined = bridges.some(({ channels }) => channels.includes(id) && channels.includes(legId))
    if (!alive.some((leg) => leg.id === legId)) await exchange.end(call.id, 'unknown')
    else if (!isJoined) exchange.joinAgain(call.id)
  }
}

/** A conversation between clerk and citizen goes on; one that had not begun is over. */
async function adoptAttempts(needs: ResyncNeeds, alive: readonly Leg[]): Promise<void> {
  const { dialler, exchangeOf } = needs
  for (const clerk of alive.filter((leg) => leg.party === 'clerk' && !dialler.has(leg.attemptId ?? ''))) {
    const citizen = alive.find((leg) => leg.party === 'citizen' && leg.attemptId === clerk.attemptId)
    const agentId = clerk.accountId ?? ''
    if (!citizen?.answered || !clerk.answered) {
      await hangUp(needs, clerk.id)
      if (citizen) await hangUp(needs, citizen.id)
      continue
    }
    const exchange = exchangeOf(clerk.cityId)
    dialler.adopt(clerk, citizen, () => exchange.tellSelf({ kind: 'dial-ended', agentId }))
    await exchange.tell({ kind: 'dial-started', agentId })
  }
}

async function hangUp({ ari }: ResyncNeeds, channelId: string): Promise<void> {
  await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
}

function missedEntry(channel: Entry['channel'], called: string, calling: string): Entry {
  const offeredAt = ariTime(channel.creationtime)
  const offeredMono = performance.now() - (Date.now() - offeredAt.getTime())
  return { channel, called, calling, offeredAt, offeredMono }
}

function count({ exchangeOf }: ResyncNeeds, alive: readonly Leg[], gone: readonly Leg[]): Found {
  const callers = alive.filter((leg) => leg.party === 'caller')
  const talking = callers.filter((leg) => exchangeOf(leg.cityId).calls.get(leg.callId ?? '')?.answer)
  const ended = gone.filter((leg) => leg.party === 'caller').length
  return { requeued: callers.length - talking.length, kept: talking.length, ended }
}
