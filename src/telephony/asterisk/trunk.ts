import type { Ari } from './ari/client.ts'
import { unlessMovedOn } from './movedOn.ts'
import { watchEndpoints } from './watch.ts'

/** The endpoint of trunk.conf, by which calls come and go. */
export const TRUNK = 'trunk'

/**
 * Until Asterisk has asked for the first time after its start (a second, `max_initial_qualify_time` in pjsip.conf) and
 * has waited for the answer (three), it says "offline" of every trunk.
 */
const NOT_ASKED_YET_MS = 5_000

/**
 * Whether the trunk's far side answers. Asterisk asks it by OPTIONS (`qualify_frequency` in trunk.conf) and tells when
 * that changes; without qualifying it counts as there.
 */
export class TrunkWatch {
  readonly #ari: Pick<Ari, 'request'>
  readonly #app: string
  readonly #tell: (isUp: boolean) => Promise<void>
  #isUp = true
  /** The last connection began (monotonic ms). */
  #since = -Infinity
  /** How often Asterisk told of a change. */
  #news = 0

  constructor(ari: Pick<Ari, 'request'>, app: string, tell: (isUp: boolean) => Promise<void>) {
    this.#ari = ari
    this.#app = app
    this.#tell = tell
  }

  isUp(): boolean {
    return this.#isUp
  }

  /** After every connection. */
  async look(): Promise<void> {
    this.#since = performance.now()
    await watchEndpoints(this.#ari, this.#app, [TRUNK])
    await this.compare()
  }

  /** Events get lost: what Asterisk says of it now. */
  async compare(): Promise<void> {
    const news = this.#news
    const which = { tech: 'PJSIP', resource: TRUNK }
    const trunk = await unlessMovedOn(this.#ari.request('GET /endpoints/{tech}/{resource}', which))
    const state = trunk?.state ?? 'unknown'
    if (state === 'offline' && performance.now() - this.#since < NOT_ASKED_YET_MS) return
    // What was told while we asked is newer than the answer.
    if (news === this.#news) await this.#believe(state)
  }

  /** @param state as Asterisk says it: online, offline or unknown */
  async note(state: string): Promise<void> {
    this.#news += 1
    await this.#believe(state)
  }

  async #believe(state: string): Promise<void> {
    const isUp = state !== 'offline'
    if (isUp === this.#isUp) return
    this.#isUp = isUp
    await this.#tell(isUp)
  }
}
