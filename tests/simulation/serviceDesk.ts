import { FakeSwitchboard } from '../../src/callbacks/callbacks.testkit.ts'
import { windowsFor } from '../../src/callbacks/index.ts'
import { linesOf, serviceHoursOf } from '../../src/city/index.ts'
import { complete } from '../../src/desk/complete.ts'
import type { CompleteInput } from '../../src/desk/contract.ts'
import type { StaffContext } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/ids.ts'
import type { PhoneNumber } from '../../src/shared/phoneNumber.ts'
import { nextWake } from '../../src/telephony/distribution/distribution.ts'
import type { Carrier } from '../../src/telephony/exchange/carrier.ts'
import { Exchange } from '../../src/telephony/exchange/exchange.ts'
import type { Arrival } from '../../src/telephony/exchange/liveCall.ts'
import { trainingCarrier } from '../../src/telephony/training/carrier.ts'
import { choose, OFFERED } from './offers.ts'
import type { Office } from './office.ts'
import type { Caller } from './plan.ts'
import { exponential, type Random } from './random.ts'
import type { Timeline } from './timeline.ts'

const SECOND = 1000
/** Of an agent, from the first ring to the answer. */
const TAKES_UP = { least: 2 * SECOND, most: 6 * SECOND }
/** Of a conversation in which a concern is taken down. */
const TALKS = { least: 60 * SECOND, most: 360 * SECOND }
/** Of a caller who waits: nobody gives up at once, most do within a few minutes. An assumption. */
const PATIENCE = { least: 8 * SECOND, mean: 100 * SECOND }

/** A call as its caller knows it. */
export interface PlayedCall {
  id: string
  at: number
  /** Nobody was to answer: the city was closed. */
  turnedAway: boolean
  answeredAt: number | null
  /** Hung up before an answer. */
  gaveUpAt: number | null
  /** What the agent wrote down; null before, and where nothing could be offered. */
  outcome: 'callback' | 'settled' | null
}

interface Around {
  office: Office
  timeline: Timeline
  random: Random
  promised: (callbackId: string, caller: Caller) => Promise<void>
}

/**
 * Those who answer, at the real exchange: who is offered which call, what is promised and what is written down is the product's;
 * played are only ears and mouths, at the place of the telephone system.
 */
export class ServiceDesk {
  readonly calls: PlayedCall[] = []
  readonly exchange: Exchange
  /** Callers to whom no window could be offered. */
  notOffered = 0
  readonly #around: Around
  readonly #agents = new Map<string, StaffContext>()
  readonly #callers = new Map<string, { call: PlayedCall; caller: Caller; number: PhoneNumber }>()
  readonly #switchboard: DeskSwitchboard
  #wakesAt = 0

  constructor(around: Around) {
    this.#around = around
    const { platform, city } = around.office
    const carrier: Carrier = {
      ...trainingCarrier,
      offer: async (call, agentId) => {
        const takesUp = this.#between(TAKES_UP)
        around.timeline.after(takesUp, () => this.#accept(call.id, agentId))
      },
    }
    this.exchange = new Exchange(
      platform,
      city.cityId,
      { asterisk: carrier, training: trainingCarrier },
      false,
    )
    this.#switchboard = new DeskSwitchboard(this.exchange)
  }

  /** These people sit down and are ready; everybody else has gone. */
  async open(agents: readonly StaffContext[]): Promise<void> {
    await this.close()
    for (const agent of agents) {
      const { accountId: agentId, teamIds: teams } = agent.actor
      this.#agents.set(agentId, agent)
      await this.exchange.tell({ kind: 'came', agentId, teams, skills: [] })
      await this.exchange.tell({ kind: 'ready', agentId })
    }
  }

  async close(): Promise<void> {
    for (const agentId of this.#agents.keys()) await this.exchange.tell({ kind: 'gone', agentId })
    this.#agents.clear()
  }

  /** A citizen calls the service line now. */
  async ring(caller: Caller, number: PhoneNumber): Promise<PlayedCall> {
    const { office, timeline } = this.#around
    const { platform, city } = office
    const at = timeline.now()
    const nothingYet = { turnedAway: false, answeredAt: null, gaveUpAt: null, outcome: null }
    const call: PlayedCall = { id: newId(), at, ...nothingYet }
    this.calls.push(call)
    const lines = await linesOf(platform.db, city.cityId)
    const line = lines.find(({ id }) => id === city.lines.service.id)
    if (!line) throw new Error('the service line is gone')
    const arrival: Arrival = {
      callId: call.id,
      source: 'asterisk',
      sourceKey: call.id,
      line,
      caller: number,
      offeredAt: new Date(at),
      offeredMono: at,
      onlyFor: null,
    }
    const hours = await serviceHoursOf(platform.db, city.cityId)
    if (!hours.isOpen(new Date(at))) {
      call.turnedAway = true
      await this.exchange.turnAway(arrival)
      return call
    }
    this.#callers.set(call.id, { call, caller, number })
    const patience = PATIENCE.least + exponential(this.#around.random, PATIENCE.mean)
    timeline.after(patience, () => this.#giveUp(call))
    await this.exchange.arrive(arrival)
    await this.#settle()
    return call
  }

  async #accept(callId: string, agentId: string): Promise<void> {
    const { timeline } = this.#around
    const known = this.#callers.get(callId)
    const agent = this.#agents.get(agentId)
    if (!known || !agent || known.call.gaveUpAt !== null) return
    if (!(await this.exchange.accept(callId, agentId, timeline.now()))) return
    known.call.answeredAt = timeline.now()
    await this.#settle()
    timeline.after(this.#between(TALKS), () => this.#takeDown(callId, agent))
  }

  async #giveUp(call: PlayedCall): Promise<void> {
    if (call.answeredAt !== null) return
    call.gaveUpAt = this.#around.timeline.now()
    await this.exchange.end(call.id, 'caller', this.#around.timeline.now())
    await this.#settle()
  }

  /** The agent finishes the note while the caller is there; then the caller hangs up. */
  async #takeDown(callId: string, agent: StaffContext): Promise<void> {
    const { call, caller, number } = this.#callers.get(callId)!
    const note = await this.#noteFor(caller, number)
    await complete(agent, this.#switchboard, callId, note)
    if (note.outcome === 'no-concern') this.notOffered += 1
    else call.outcome = note.outcome === 'callback' ? 'callback' : 'settled'
    await this.exchange.end(callId, 'caller', this.#around.timeline.now())
    await this.#settle()
    if (note.outcome === 'callback') await this.#around.promised(await this.#promiseOf(callId), caller)
  }

  async #noteFor(caller: Caller, number: PhoneNumber): Promise<CompleteInput> {
    const { platform, city, teamId } = this.#around.office
    if (!caller.wantsCallback) return { ...NOTE, outcome: 'settled' }
    const { db, clock } = platform
    const offered = await windowsFor(db, city.cityId, teamId, clock.now(), OFFERED, { wide: true })
    const window = choose(offered, caller.choice)
    if (!window) return { ...NOTE, outcome: 'no-concern' }
    const [windowStart, windowEnd] = [new Date(window.start), new Date(window.end)].map((at) =>
      at.toISOString(),
    )
    const promise = { windowStart: windowStart!, windowEnd: windowEnd! }
    return { ...NOTE, outcome: 'callback', contactPhone: number, phoneReadBack: true, ...promise }
  }

  async #promiseOf(callId: string): Promise<string> {
    const { id } = await this.#around.office.platform.db
      .selectFrom('callback')
      .innerJoin('case', 'case.id', 'callback.case_id')
      .select('callback.id')
      .where('case.call_id', '=', callId)
      .executeTakeFirstOrThrow()
    return id
  }

  /** What the exchange does by itself is due on the timeline, not on the machine's clock. */
  async #settle(): Promise<void> {
    const { timeline } = this.#around
    await this.exchange.settled()
    const due = nextWake(this.exchange.state, timeline.now())
    if (due === null || (due === this.#wakesAt && due > timeline.now())) return
    this.#wakesAt = due
    timeline.at(Math.max(due, timeline.now() + 1), async () => {
      await this.exchange.tell({ kind: 'tick' })
      await this.#settle()
    })
  }

  #between({ least, most }: { least: number; most: number }): number {
    return least + (most - least) * this.#around.random()
  }
}

/** What an agent writes down. */
export const NOTE: Omit<CompleteInput, 'outcome'> = {
  serviceId: null,
  serviceQuery: '',
  reason: 'Fragt nach den Unterlagen für einen Antrag.',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  language: 'de',
  phoneReadBack: false,
  windowStart: null,
  windowEnd: null,
  belongsTo: null,
  appointment: null,
  report: null,
}

/** As much of the switchboard as finishing a note needs. */
class DeskSwitchboard extends FakeSwitchboard {
  readonly #exchange: Exchange

  constructor(exchange: Exchange) {
    super()
    this.#exchange = exchange
  }

  override async finishWrapUp({ actor }: StaffContext, callId: string): Promise<void> {
    await this.#exchange.tell({ kind: 'wrapped-up', agentId: actor.accountId, callId })
  }
}
