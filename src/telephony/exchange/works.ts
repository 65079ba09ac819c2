import type { Log } from '../../platform/log.ts'
import type { LiveCall } from './liveCall.ts'

/** Orders to the telephone: those of one call one after the other, also when the call is over meanwhile. */
export class Works {
  readonly #log: Log
  readonly #underWay = new Set<Promise<void>>()

  constructor(log: Log) {
    this.#log = log
  }

  /** A failure is logged; the call's next order comes all the same. */
  add(call: LiveCall, work: () => Promise<void>): void {
    const done = call.work
      .then(work)
      .catch((error: unknown) =>
        this.#log.error({ err: error, call: call.id }, 'an order to the telephone failed'),
      )
      .finally(() => this.#underWay.delete(done))
    call.work = done
    this.#underWay.add(done)
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay)
  }
}
