import { isLineOpen, lineByNumber, type Line } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { callerNumber } from '../../shared/callerNumber.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { isFlooding } from '../misuse/floodStore.ts'
import type { Arrival } from '../exchange/liveCall.ts'
import { placeFor } from '../exchange/placeStore.ts'
import type { Ari } from './ari/client.ts'
import type { Channel } from './ari/types.generated.ts'
import { greetingOf } from './carrier.ts'
import type { Dialler } from './dial.ts'
import type { Leg, Legs } from './legs.ts'
import { unlessMovedOn } from './movedOn.ts'
import type { Voice } from './voice/voice.ts'

const GREETING = 'begruessung'
export const CLOSED = 'sound:freizeichen/geschlossen'
const CLOSED_PREFIX = 'closed-'

export interface IncomingNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  legs: Legs
  exchangeOf(cityId: string): Exchange
  carries(cityId: string): boolean
  dialler: Pick<Dialler, 'takeReturnCall'>
  voice: Voice
}

/** A caller's channel has come in from the trunk. */
export interface Entry {
  channel: Channel
  /** Called and calling number, as the trunk wrote them. */
  called: string
  calling: string
  /** First INVITE, by the source's clock and by ours (monotonic ms). */
  offeredAt: Date
  offeredMono: number
}

/** Takes a caller in: into the queue, to the announcement outside service hours, or away where no line is. */
export async function takeIn(needs: IncomingNeeds, entry: Entry): Promise<void> {
  const { platform, ari, legs } = needs
  const { id: channelId } = entry.channel
  const line = await lineOf(needs, entry.called)
  if (!line) {
    platform.log.warn({ channel: channelId }, 'a call for a number that is no line here')
    await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId, reason: 'unallocated' }))
    return
  }
  const exchange = needs.exchangeOf(line.cityId)
  const arrival = arrivalOf(entry, line)
  const { callId } = arrival
  const leg = legs.add({ id: channelId, cityId: line.cityId, party: 'caller', callId, answered: true })
  if (await needs.dialler.takeReturnCall(arrival, leg)) return
  const [isOpen, place, isTooOften, special] = await Promise.all([
    isLineOpen(platform.db, line, entry.offeredAt),
    placeFor(platform.db, line, arrival),
    isFlooding(platform.db, line.cityId, arrival.caller, entry.offeredAt),
    needs.voice.announcements(line),
  ])
  if (isTooOften) {
    await exchange.turnAway(arrival, 'blocked')
    await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId, reason: 'busy' }))
    return
  }
  if (!isOpen) {
    await exchange.turnAway(arrival)
    await unlessMovedOn(ari.request('POST /channels/{channelId}/answer', { channelId }))
    // What is said next waits for its end.
    if (special.length > 0) await play(ari, channelId, special, `special-${channelId}`)
    if (!(await needs.voice.closed(leg, line.id))) await playThenHangUp(ari, channelId, CLOSED)
    return
  }
  leg.greeted = greet(needs, leg, special)
  await Promise.all([leg.greeted, exchange.arrive({ ...arrival, ...place })])
}

const goodbyeTo = (channelId: string): string => `${CLOSED_PREFIX}${channelId}`

/** The last thing somebody hears: the line is free when it is said. */
export async function playThenHangUp(
  ari: Pick<Ari, 'request'>,
  channelId: string,
  media: string,
): Promise<void> {
  const playbackId = goodbyeTo(channelId)
  await unlessMovedOn(ari.request('POST /channels/{channelId}/play', { channelId, media, playbackId }))
}

/** An announcement is over: music for who still waits, good-bye for who called outside service hours. */
export async function afterPlayback(
  { ari, legs, exchangeOf }: IncomingNeeds,
  playbackId: string,
): Promise<void> {
  if (playbackId.startsWith(CLOSED_PREFIX)) {
    const channelId = playbackId.slice(CLOSED_PREFIX.length)
    await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
    return
  }
  const leg = legs
    .all()
    .find((l) => l.callId !== null && l.party === 'caller' && greetingOf(l.callId) === playbackId)
  if (leg) await playMusic(ari, exchangeOf(leg.cityId), leg)
}

/** Only for who waits: in a conversation music would cover the voices. */
export async function playMusic(ari: Pick<Ari, 'request'>, exchange: Exchange, leg: Leg): Promise<void> {
  const call = leg.callId === null ? undefined : exchange.calls.get(leg.callId)
  if (!call || exchange.state.callers.get(call.id)?.connected) return
  await unlessMovedOn(ari.request('POST /channels/{channelId}/moh', { channelId: leg.id }))
}

async function lineOf({ platform, carries }: IncomingNeeds, called: string): Promise<Line | null> {
  const number = callerNumber(called)
  const line = number ? await lineByNumber(platform.db, number) : null
  return line?.active && carries(line.cityId) ? line : null
}

const arrivalOf = ({ channel, calling, offeredAt, offeredMono }: Entry, line: Line): Arrival => ({
  callId: newId(),
  source: 'asterisk',
  sourceKey: channel.id,
  line,
  caller: callerNumber(calling),
  offeredAt,
  offeredMono,
  onlyFor: null,
})

/** In the city's own voice, where it has recorded one. @param special what is said after it */
async function greet(
  { ari, voice }: IncomingNeeds,
  { id: channelId, cityId, callId }: Leg,
  special: readonly string[],
): Promise<void> {
  const media = [await voice.mediaOf(cityId, GREETING), ...special]
  await unlessMovedOn(ari.request('POST /channels/{channelId}/answer', { channelId }))
  await play(ari, channelId, media, greetingOf(callId ?? ''))
}

async function play(
  ari: Pick<Ari, 'request'>,
  channelId: string,
  media: string | string[],
  playbackId: string,
): Promise<void> {
  await unlessMovedOn(ari.request('POST /channels/{channelId}/play', { channelId, media, playbackId }))
}
