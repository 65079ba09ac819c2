import { FakeSwitchboard } from '../../src/callbacks/callbacks.testkit.ts'
import type { DialEvent } from '../../src/telephony/index.ts'
import type { Random } from './random.ts'
import type { Timeline } from './timeline.ts'

const SECOND = 1000

/** What a call to somebody is like. */
export interface Ring {
  reached: boolean
  talkMs: number
}

/** The telephone of one clerk: after `dial` it tells what happens, moment by moment of the timeline. */
export class SimulatedTelephone extends FakeSwitchboard {
  readonly #timeline: Timeline
  readonly #random: Random
  constructor(timeline: Timeline, random: Random) {
    super()
    this.connectedTo = true
    this.#timeline = timeline
    this.#random = random
  }

  /** Plays the call that was dialled just now. @returns when it will be over */
  ring({ reached, talkMs }: Ring): number {
    const dialled = this.#timeline.now()
    const ready = dialled + 3 * SECOND
    const rang = ready + (3 + 4 * this.#random()) * SECOND
    const answered = rang + (4 + 14 * this.#random()) * SECOND
    const gaveUp = rang + (25 + 15 * this.#random()) * SECOND
    this.#tell(ready, 'clerk-ready')
    this.#tell(rang, 'rang')
    if (reached) this.#tell(answered, 'answered')
    const over = reached ? answered + talkMs : gaveUp
    this.#tell(over, reached ? 'hung-up' : 'no-answer')
    return over
  }

  #tell(at: number, what: 'clerk-ready' | 'rang' | 'answered' | 'hung-up' | 'no-answer'): void {
    this.#timeline.at(at, () => {
      const moment = new Date(this.#timeline.now())
      const event: DialEvent =
        what === 'hung-up' || what === 'no-answer'
          ? { kind: 'ended', at: moment, how: what }
          : { kind: what, at: moment }
      return this.play(event)
    })
  }
}
