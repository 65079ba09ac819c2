import { callBack } from '../../src/callbacks/attempts/callBack.ts'
import { recordOutcome } from '../../src/callbacks/attempts/recordOutcome.ts'
import type { OutcomeInput } from '../../src/callbacks/contract.ts'
import { findCallback } from '../../src/callbacks/store.ts'
import { giveBack } from '../../src/callbacks/worklist/giveBack.ts'
import { takeNext } from '../../src/callbacks/worklist/takeNext.ts'
import { Problem } from '../../src/platform/problems.ts'
import type { Clerk, Office } from './office.ts'
import { type Caller, REACHED, REACHED_OTHERWISE } from './plan.ts'
import { exponential, type Random } from './random.ts'
import { SimulatedTelephone } from './telephone.ts'
import type { Timeline } from './timeline.ts'
import type { WorkTimes } from './workTimes.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Nobody begins a call when this is all that is left of the shift. */
const LEAST_LEFT = 2 * MINUTE
/** So often somebody with nothing to do looks at the list, unless something new comes. */
const LOOKS_EVERY = 10 * MINUTE
/** Of a conversation's length the part after hanging up. */
const AFTER_WORK = 0.25

export interface Surroundings {
  office: Office
  timeline: Timeline
  times: WorkTimes
  /** By callback. */
  callers: ReadonlyMap<string, Caller>
  random: Random
  /** What the product refused, by code. */
  refused: Map<string, number>
}

/** A clerk as a person: comes, takes the next callback, reads, calls, writes down, and again; goes when the time is over. */
export class ClerkAtWork {
  readonly #clerk: Clerk
  readonly #around: Surroundings
  readonly #telephone: SimulatedTelephone
  #busy = false
  /** One look at the list is planned at a time. */
  #looksAt = Infinity

  constructor(clerk: Clerk, around: Surroundings) {
    this.#clerk = clerk
    this.#around = around
    this.#telephone = new SimulatedTelephone(around.timeline, around.random)
  }

  /** Comes at this moment, from the start of the shift or a pause. */
  lookAt(moment: number): void {
    const { timeline } = this.#around
    const at = Math.max(moment, timeline.now())
    if (this.#busy || at >= this.#looksAt) return
    this.#looksAt = at
    timeline.at(at, async () => {
      if (this.#looksAt !== at) return
      this.#looksAt = Infinity
      if (!this.#busy) await this.#look()
    })
  }

  async #look(): Promise<void> {
    const { times, timeline } = this.#around
    const presence = times.presenceOf(this.#clerk, timeline.now())
    if (!presence || presence.end - timeline.now() < LEAST_LEFT) return this.#comeBack()
    const id = await this.#take()
    if (id === null) return this.lookAt(timeline.now() + LOOKS_EVERY)
    this.#busy = true
    const reads = (20 + 40 * this.#around.random()) * SECOND
    timeline.after(reads, () => this.#call(id, presence.share, timeline.now() - reads))
  }

  #comeBack(): void {
    const next = this.#around.times.nextPresenceOf(this.#clerk, this.#around.timeline.now())
    if (next) this.lookAt(next.start)
  }

  async #take(): Promise<string | null> {
    try {
      return (await takeNext(this.#clerk.ctx)).id
    } catch (error) {
      if (error instanceof Problem && error.code === 'nothing-waits') return null
      throw error
    }
  }

  async #call(id: string, share: number, since: number): Promise<void> {
    const { timeline, office, random } = this.#around
    try {
      await callBack(this.#clerk.ctx, this.#telephone, id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return this.#cannotCall(id, error)
    }
    const found = await findCallback(office.platform.db, office.city.cityId, id)
    const caller = this.#around.callers.get(id)
    if (!found || !caller) throw new Error(`nobody made callback ${id}`)
    const now = timeline.now()
    const agreed = found.windowStart.getTime() <= now && now <= found.windowEnd.getTime()
    const tried = await this.#attemptsOf(id)
    const reached = (caller.reach[tried - 1] ?? 1) < (agreed ? REACHED : REACHED_OTHERWISE)
    const over = this.#telephone.ring({ reached, talkMs: caller.lengthMs * (1 - AFTER_WORK) })
    const writes = reached ? caller.lengthMs * AFTER_WORK : (10 + 20 * random()) * SECOND
    timeline.at(over + writes, () => this.#record(id, reached, share, since))
  }

  async #attemptsOf(id: string): Promise<number> {
    const { db } = this.#around.office.platform
    const row = await db
      .selectFrom('attempt')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('callback_id', '=', id)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }

  async #cannotCall(id: string, { code }: Problem): Promise<void> {
    const { refused, timeline } = this.#around
    refused.set(code, (refused.get(code) ?? 0) + 1)
    await giveBack(this.#clerk.ctx, id, { reason: 'Jetzt nicht möglich' })
    this.#busy = false
    this.lookAt(timeline.now() + 5 * MINUTE)
  }

  async #record(id: string, reached: boolean, share: number, since: number): Promise<void> {
    const { random, timeline } = this.#around
    const said = reached
      ? ({ outcome: random() < 0.9 ? 'settled' : 'needs-appointment', note: '' } satisfies OutcomeInput)
      : ({ outcome: 'not-reached', notReached: 'no-answer', note: '' } satisfies OutcomeInput)
    await recordOutcome(this.#clerk.ctx, this.#telephone, id, said)
    this.#busy = false
    // Who also sits at the counter gives the rest of the time to whoever stands there.
    const worked = timeline.now() - since
    const elsewhere = share < 1 ? exponential(random, (worked * (1 - share)) / share) : 0
    this.lookAt(timeline.now() + elsewhere)
  }
}
