import { setTimeout as sleep } from 'node:timers/promises'
import { AriError, type Ari } from './ari/client.ts'

/** As long as nothing may come before a browser counts as dead. */
export const LISTEN_MS = 1_000
const EVERY_MS = 200
/** A fifth of a second: more than what was on its way when the browser died. */
const ENOUGH_PACKETS = 10

/**
 * Whether a living browser is at the other end: it sends sound all the time, also when muted. Asks for a second.
 * @param packets how many came so far; null when the channel itself is gone
 * @returns null for a channel that is gone
 */
export async function sendsSound(packets: () => Promise<number | null>): Promise<boolean | null> {
  const end = performance.now() + LISTEN_MS
  let first: number | null = null
  for (;;) {
    const received = await packets()
    if (received === null) return null
    first ??= received
    if (received - first >= ENOUGH_PACKETS) return true
    if (performance.now() >= end) return false
    await sleep(EVERY_MS)
  }
}

/** Packets of sound that Asterisk received on a channel; null when there is no such channel. */
export async function packetsFrom(ari: Pick<Ari, 'request'>, channelId: string): Promise<number | null> {
  try {
    const { rxcount } = await ari.request('GET /channels/{channelId}/rtp_statistics', { channelId })
    return rxcount
  } catch (error) {
    if (error instanceof AriError && error.status === 404) return null
    throw error
  }
}
