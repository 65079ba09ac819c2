// After every connection, and every now and then: what Asterisk really has, against what we think it has.
// Events of a gap are lost, so both directions are compared and nothing is taken on trust.
import * as store from '../store.ts'
import { ariTime } from './ariTime.ts'
import type { AgentsLeg } from './deadBrowsers.ts'
import type { Dialler } from './dial.ts'
import { playMusic, type Entry, type IncomingNeeds } from './incoming.ts'
import type { FallbackJournal } from './fallback/takeOver.ts'
import { ENTRIES, FALLBACK_CONTEXT } from './fallback/variables.ts'
import type { Leg } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import { rebuildTalks } from './rebuildTalks.ts'
import type { Conversations } from '../talk/conversations.ts'

export interface ResyncNeeds extends IncomingNeeds {
  app: string
  dialler: Dialler
  /** Whether a lead's leg belongs to a part in a conversation that this process knows of. */
  isJoin(legId: string): boolean
  conversations: Conversations
  /** A channel that is being taken in right now. */
  isEntering(channelId: string): boolean
  enter(entry: Entry): Promise<void>
  journal: FallbackJournal
  /** A caller's agent is not there any more. @returns whether the caller waits again */
  agentGone(leg: AgentsLeg): Promise<boolean>
  /** The channel is gone; nobody knows since when. @param died with the telephone system */
  legGone(leg: Leg, died: boolean): Promise<void>
}

/** What a comparison found; for the event of the gap. */
export interface Found {
  requeued: number
  kept: number
  ended: number
  /** Served by the dialplan meanwhile. */
  handedOver: number
}

export async function resync(needs: ResyncNeeds): Promise<Found> {
  const { ari, app, legs } = needs
  await rememberLegs(needs)
  // In this order: what came in meanwhile is in neither list and judged by its own events.
  const known = legs.all()
  const channels = await ari.request('GET /channels')
  const here = new Map(channels.map((channel) => [channel.id, channel]))
  const { channel_ids: inOurHands } = await ari.request('GET /applications/{applicationName}', {
    applicationName: app,
  })
  const handedOver = await needs.journal.takeOver(new Set(here.keys()))
  const gone = known.filter((leg) => !here.has(leg.id) && legs.get(leg.id) === leg)
  await endGone(needs, gone)
  const alive = known.filter((leg) => here.has(leg.id) && legs.get(leg.id) === leg)
  for (const leg of alive) if (isStrayOffer(needs, leg)) await hangUp(needs, leg.id)
  for (const leg of alive) {
    const isInFallback = here.get(leg.id)?.dialplan.context === FALLBACK_CONTEXT
    if (isInFallback && !inOurHands.includes(leg.id)) await goneToFallback(needs, leg)
  }
  await mendConversations(needs, alive)
  await adoptAttempts(needs, alive)
  for (const id of inOurHands) {
    const channel = here.get(id)
    if (!channel || legs.get(id) || needs.isEntering(id)) continue
    const [, , called, calling] = channel.dialplan.app_data.split(',')
    if (!ENTRIES.includes(channel.dialplan.context) || called === undefined) await hangUp(needs, id)
    else await needs.enter(missedEntry(channel, called, calling ?? ''))
  }
  return { ...count(needs, alive, gone), handedOver }
}

/** The dialplan has this caller; no agent can be joined with it until it comes back to us. */
export async function goneToFallback({ exchangeOf }: IncomingNeeds, leg: Leg): Promise<void> {
  if (leg.away || leg.party !== 'caller' || leg.callId === null) return
  leg.away = true
  await exchangeOf(leg.cityId).tell({ kind: 'menu', callId: leg.callId })
}

/** A caller comes back from the dialplan and waits in the old place. @returns whether this was one of ours */
export async function backFromFallback({ ari, exchangeOf }: IncomingNeeds, leg: Leg): Promise<boolean> {
  const exchange = exchangeOf(leg.cityId)
  if (leg.callId === null || !exchange.calls.has(leg.callId)) return false
  leg.away = false
  await exchange.tell({ kind: 'waits-again', callId: leg.callId })
  await playMusic(ari, exchange, leg)
  return true
}

/** Callers first: an agent's leg that goes with its caller is no missed offer. */
async function endGone(needs: ResyncNeeds, gone: readonly Leg[]): Promise<void> {
  if (gone.length === 0) return
  const { status } = await needs.ari.request('GET /asterisk/info', { only: 'status' })
  const startedAt = status ? ariTime(status.startup_time) : new Date(0)
  const callersFirst = gone.toSorted((a, b) => Number(b.party === 'caller') - Number(a.party === 'caller'))
  for (const leg of callersFirst) await needs.legGone(leg, leg.createdAt < startedAt)
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
      createdAt: row.created_at,
    })
  }
}

/** A telephone that rings or talks although nobody here knows of it: an agent's, or a lead's of an earlier process. */
function isStrayOffer({ exchangeOf, isJoin }: ResyncNeeds, leg: Leg): boolean {
  if (leg.party === 'lead') return !isJoin(leg.id)
  if (leg.party !== 'agent' || leg.callId === null) return false
  return exchangeOf(leg.cityId).calls.get(leg.callId)?.legId !== leg.id
}

/** Whoever is thought to talk must be joined, and not alone: a process may have died between the two. */
async function mendConversations(needs: ResyncNeeds, alive: readonly Leg[]): Promise<void> {
  const { ari, exchangeOf, conversations } = needs
  const bridges = await ari.request('GET /bridges')
  await rebuildTalks(needs, alive, bridges)
  for (const { id, party, cityId, callId } of alive) {
    const exchange = exchangeOf(cityId)
    const call = callId === null ? undefined : exchange.calls.get(callId)
    // Who was answered and waits again, because the agent's browser died, has nobody to be joined with.
    const caller = callId === null ? undefined : exchange.state.callers.get(callId)
    if (party !== 'caller' || !call || !caller?.connected || conversations.of(call.id)) continue
    const { legId } = call
    const isJoined = bridges.some(({ channels }) => channels.includes(id) && channels.includes(legId ?? ''))
    if (alive.some((leg) => leg.id === legId)) {
      if (!isJoined) exchange.joinAgain(call.id)
      continue
    }
    const agent = { id: legId, cityId, callId, accountId: caller.agentId }
    if (!(await needs.agentGone(agent))) await exchange.end(call.id, 'unknown')
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
    await dialler.adopt(clerk, citizen, () => exchange.tellSelf({ kind: 'dial-ended', agentId }))
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

function count(
  { exchangeOf }: ResyncNeeds,
  alive: readonly Leg[],
  gone: readonly Leg[],
): Omit<Found, 'handedOver'> {
  const callers = alive.filter((leg) => leg.party === 'caller')
  const talking = callers.filter((leg) => exchangeOf(leg.cityId).calls.get(leg.callId ?? '')?.answer)
  const ended = gone.filter((leg) => leg.party === 'caller').length
  return { requeued: callers.length - talking.length, kept: talking.length, ended }
}
