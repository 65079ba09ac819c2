import type { Ari } from '../ari/client.ts'
import { unlessMovedOn } from '../movedOn.ts'

/** So many names a channel has in turn: few enough to try them all, many enough that none is still in use. */
const NAMES = 8

const sayingOf = (channelId: string, turn: number): string => `menu-${channelId}-${turn % NAMES}`

/**
 * Names of what is said on channels. Asterisk has no list of its playbacks, so the names are such that a process that
 * comes after a dead one can work them out, and need not let the caller listen to a menu that nobody minds.
 */
export class Sayings {
  readonly #turns = new Map<string, number>()

  next(channelId: string): string {
    const turn = this.#turns.get(channelId) ?? 0
    this.#turns.set(channelId, turn + 1)
    return sayingOf(channelId, turn)
  }

  forget(channelId: string): void {
    this.#turns.delete(channelId)
  }
}

/** Ends whatever another process was saying on this channel. */
export async function silence(ari: Pick<Ari, 'request'>, channelId: string): Promise<void> {
  const names = Array.from({ length: NAMES }, (_, turn) => sayingOf(channelId, turn))
  await Promise.all(
    names.map((playbackId) => unlessMovedOn(ari.request('DELETE /playbacks/{playbackId}', { playbackId }))),
  )
}
