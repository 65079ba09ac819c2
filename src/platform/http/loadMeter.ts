import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Load } from './loadRule.ts'

const RESOLUTION_MS = 10
const LOOK_EVERY_MS = 250

/** Measures how busy this process is. */
export class LoadMeter {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  readonly #timer: NodeJS.Timeout
  #delayMs = 0
  #inFlight = 0

  constructor() {
    this.#histogram.enable()
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  get load(): Load {
    return { delayMs: this.#delayMs, inFlight: this.#inFlight }
  }

  /** Counts a piece of work while it goes on. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#inFlight += 1
    try {
      return await work()
    } finally {
      this.#inFlight -= 1
    }
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#histogram.disable()
  }

  /** One long pause, such as a collection of garbage, is no load: half of it counts, then a quarter. */
  #look(): void {
    const late = Number.isNaN(this.#histogram.mean) ? 0 : this.#histogram.mean / 1e6 - RESOLUTION_MS
    this.#delayMs = (this.#delayMs + Math.max(0, late)) / 2
    this.#histogram.reset()
  }
}
