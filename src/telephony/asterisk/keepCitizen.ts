// A citizen who was called back and whose clerk's browser died: music for a moment, then the clerk again or a word.
import type { Ari } from './ari/client.ts'
import { playThenHangUp } from './incoming.ts'
import { unlessMovedOn } from './movedOn.ts'

/** As long as a citizen is kept for a clerk whose browser died. */
export const KEEP_MS = 10_000

const WE_CALL_AGAIN = 'sound:freizeichen/unterbrochen'

interface Sides {
  bridgeId: string
  clerkLegId: string
  citizenLegId: string
}

type Request = Pick<Ari, 'request'>

/** Takes the conversation apart: the dead side goes, the citizen hears music. */
export async function keepCitizen(
  ari: Request,
  { bridgeId, clerkLegId, citizenLegId }: Sides,
): Promise<void> {
  await unlessMovedOn(ari.request('DELETE /bridges/{bridgeId}', { bridgeId }))
  await unlessMovedOn(ari.request('POST /channels/{channelId}/moh', { channelId: citizenLegId }))
  await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId: clerkLegId }))
}

/** Music for the citizen; the clerk stays on the line alone. */
export async function holdCitizen(
  ari: Request,
  { bridgeId, citizenLegId }: Pick<Sides, 'bridgeId' | 'citizenLegId'>,
): Promise<void> {
  const channel = citizenLegId
  await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/removeChannel', { bridgeId, channel }))
  await unlessMovedOn(ari.request('POST /channels/{channelId}/moh', { channelId: channel }))
}

/** After a restart nobody knows of a hold: whoever is not joined is. */
export async function joinUnlessJoined(ari: Request, sides: Sides): Promise<void> {
  const { bridgeId, citizenLegId } = sides
  const bridge = await unlessMovedOn(ari.request('GET /bridges/{bridgeId}', { bridgeId }))
  if (!bridge?.channels.includes(citizenLegId)) await joinCitizen(ari, sides)
}

/** The clerk is on the line again. */
export async function joinCitizen(
  ari: Request,
  { bridgeId, clerkLegId, citizenLegId }: Sides,
): Promise<void> {
  await unlessMovedOn(ari.request('DELETE /channels/{channelId}/moh', { channelId: citizenLegId }))
  await unlessMovedOn(ari.request('POST /bridges', { type: 'mixing', bridgeId }))
  const channel = [citizenLegId, clerkLegId]
  await unlessMovedOn(ari.request('POST /bridges/{bridgeId}/addChannel', { bridgeId, channel }))
}

/** The clerk did not come back: we say so, and that we call again; then the line is free. */
export async function promiseToCallAgain(ari: Request, citizenLegId: string): Promise<void> {
  await unlessMovedOn(ari.request('DELETE /channels/{channelId}/moh', { channelId: citizenLegId }))
  await playThenHangUp(ari, citizenLegId, WE_CALL_AGAIN)
}
