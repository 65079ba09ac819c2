import type { Ari } from './ari/client.ts'
import { watchEndpoints } from './watch.ts'

/** The endpoint of trunk.conf, by which calls come and go. */
export const TRUNK = 'trunk'

/**
 * Whether the trunk's far side answers. Asterisk asks it by OPTIONS (`qualify_frequency` in trunk.conf) and tells when
 * that changes; without qualifying it counts as there.
 */
export class TrunkWatch {
  readonly #ari: Pick<Ari, 'request'>
  readonly #app: string
  readonly #tell: (isUp: boolean) => Promise<void>
  #isUp = true

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
    await watchEndpoints(this.#ari, this.#app, [TRUNK])
    const endpoints = await this.#ari.request('GET /endpoints/{tech}', { tech: 'PJSIP' })
    const trunk = endpoints.find(({ resource }) => resource === TRUNK)
    await this.note(trunk?.state ?? 'unknown')
  }

  /** @param state as Asterisk says it: online, offline or unknown */
  async note(state: string): Promise<void> {
    const isUp = state !== 'offline'
    if (isUp === this.#isUp) return
    this.#isUp = isUp
    await this.#tell(isUp)
  }
}
