import type { Platform } from '../../platform/context.ts'
import { type Released, releasedBetween } from '../release/releasedRule.ts'
import { knownCity, officesOf } from '../settings/offices.ts'

const SECOND_MS = 1000

/**
 * Looks with every second what the clock alone has opened in a city, from memory, for as long as it runs. What came while it
 * stood still is told when it runs again.
 */
export class ReleaseClock {
  readonly #platform: Platform
  readonly #cityId: string
  readonly #tell: (office: string, released: Released) => void
  #last: number
  #timer: NodeJS.Timeout | null = null

  constructor(platform: Platform, cityId: string, tell: (office: string, released: Released) => void) {
    this.#platform = platform
    this.#cityId = cityId
    this.#tell = tell
    this.#last = platform.clock.now().getTime()
  }

  start(): void {
    this.#timer ??= setTimeout(() => void this.#tick(), SECOND_MS - (Date.now() % SECOND_MS))
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #tick(): Promise<void> {
    try {
      await this.#look()
    } catch (error) {
      this.#platform.log.error({ err: error }, 'releases could not be told')
    }
    if (!this.#timer) return
    this.#timer = null
    this.start()
  }

  async #look(): Promise<void> {
    const { timeZone } = await knownCity(this.#platform, this.#cityId)
    const offices = await officesOf(this.#platform, this.#cityId)
    const now = this.#platform.clock.now().getTime()
    // A clock that was set back tells nothing twice.
    if (now <= this.#last) return
    for (const { office, releases } of offices)
      for (const released of releasedBetween(releases, this.#last, now, timeZone))
        this.#tell(office.id, released)
    this.#last = now
  }
}
