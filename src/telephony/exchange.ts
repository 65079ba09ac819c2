import { asSystem, type Context, type Platform } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Carriers } from './carrier.ts'
import { NOBODY, type Agent, type Command, type DistributionEvent, type State } from './distribution.model.ts'
import { nextWake, step } from './distribution.ts'
import { isPractice, newCall, type Arrival, type LiveCall } from './liveCall.ts'
import { recordArrival, recordEnd, recordOrder } from './moments.ts'
import { carryOut, planOrders, type Order } from './orders.ts'
import { patiently, storePatiently } from './patience.ts'
import { presenceOf } from './presence.ts'
import * as store from './store.ts'

/** How long one desk rings before the caller goes on to the next. */
export const OFFER_MS = 12_000
const BACK_OFF_MS = 10_000

/** Who ended a call; unknown when only its absence was noticed. */
export type Ender = 'caller' | 'agent' | 'unknown'

/** A distribution event before the exchange stamps it. */
type Happening<E = DistributionEvent> = E extends { at: number } ? Omit<E, 'at'> : never

interface Moment {
  /** When, on the monotonic clock (ms); now, when the source does not say. */
  mono?: number
  /** What belongs into the same transaction. */
  write?: (tx: Tx) => Promise<void>
}

/**
 * The exchange of one city: takes what happens one after the other, asks the rule, stores rows and events of the
 * moment in one transaction, and only then orders the telephone. What is in memory is what is stored.
 */
export class Exchange {
  readonly #platform: Platform
  readonly #ctx: Context
  readonly #carriers: Carriers
  readonly #calls = new Map<string, LiveCall>()
  #state: State = NOBODY
  #paused: boolean
  #letGo = false
  #turn: Promise<unknown> = Promise.resolve()
  /** Orders under way, also of calls that are over. */
  readonly #works = new Set<Promise<void>>()
  #alarm: NodeJS.Timeout | undefined

  constructor(platform: Platform, cityId: string, carriers: Carriers, paused: boolean) {
    this.#platform = platform
    this.#ctx = asSystem(platform, cityId)
    this.#carriers = carriers
    this.#paused = paused
  }

  get state(): State {
    return this.#state
  }

  get calls(): ReadonlyMap<string, LiveCall> {
    return this.#calls
  }

  /** A caller joins the queue. */
  async arrive(arrival: Arrival): Promise<void> {
    const call = newCall(arrival)
    const { line, onlyFor } = arrival
    const since = call.offeredAt.getTime()
    const caller = { id: call.id, lineId: line.id, teamId: line.answeringTeamId, priority: 0, since, onlyFor }
    await this.#inTurn(() => {
      this.#calls.set(call.id, call)
      return this.#advance(
        { kind: 'arrived', caller },
        { write: (tx) => recordArrival(tx, this.#ctx, call, arrival) },
      )
    })
  }

  /** A call outside service hours is on record and over at once; nobody is asked. */
  async turnAway(arrival: Arrival): Promise<void> {
    const call = newCall(arrival)
    await this.#store(async (tx) => {
      await recordArrival(tx, this.#ctx, call, arrival)
      await recordEnd(tx, this.#ctx, call, { reason: 'closed', mono: arrival.offeredMono })
    })
  }

  /** Someone takes the call they were offered. @returns whether the offer still stood */
  async accept(callId: string, agentId: string, mono?: number): Promise<boolean> {
    const moment = mono === undefined ? {} : { mono }
    const commands = await this.#inTurn(() => this.#advance({ kind: 'accepted', callId, agentId }, moment))
    return commands.some((command) => command.kind === 'connect' && command.callId === callId)
  }

  /** The call is over. Harmless when it was already. */
  end(callId: string, by: Ender, mono = performance.now()): Promise<void> {
    return this.#inTurn(() => this.#end(callId, by, mono))
  }

  /** The agent's leg is gone: before the answer an offer was missed, after it the call is over. */
  agentLegLost(
    leg: { callId: string; agentId: string; legId: string },
    lost: { how: 'declined' | 'timeout' | 'failed'; by: Ender; mono: number },
  ): Promise<void> {
    const { callId, agentId, legId } = leg
    return this.#inTurn(async () => {
      const call = this.#calls.get(callId)
      if (call?.legId !== legId) return
      if (call.answer) return this.#end(callId, lost.by, lost.mono)
      await this.#advance({ kind: 'missed', callId, agentId, how: lost.how }, { mono: lost.mono })
    })
  }

  /** A conversation whose sides are not joined at the telephone. */
  joinAgain(callId: string): void {
    const call = this.#calls.get(callId)
    if (call) this.#work(call, () => this.#carriers[call.source].connect(call, call.legId))
  }

  /** Anything else that happens to callers or agents. */
  async tell(happening: Happening): Promise<void> {
    await this.#inTurn(() => this.#advance(happening))
  }

  /** Tells without waiting; a failure is logged here. */
  tellSelf(happening: Happening): void {
    this.tell(happening).catch((error: unknown) =>
      this.#platform.log.error(
        { err: error, kind: happening.kind },
        'a moment of the telephone was not stored',
      ),
    )
  }

  /** While the telephone system is away, callers keep their places. */
  async pause(paused: boolean): Promise<void> {
    await this.#inTurn(async () => {
      this.#paused = paused
      if (this.#letGo) return
      if (paused) for (const call of this.#calls.values()) call.linkLost ||= !isPractice(call)
      await this.#advance({ kind: 'tick' })
    })
  }

  /** Takes over what an earlier process left; nobody is offered anything before the next event. */
  async restore(left: State, calls: readonly LiveCall[]): Promise<void> {
    await this.#inTurn(async () => {
      this.#calls.clear()
      for (const call of calls) this.#calls.set(call.id, call)
      this.#state = left
      this.#letGo = false
    })
  }

  /** Another process may take over: from now on nothing is stored, until `restore`. */
  letGo(): void {
    this.#letGo = true
    clearTimeout(this.#alarm)
  }

  /** Waits for everything under way, orders to the telephone included. */
  async settled(): Promise<void> {
    await this.#turn
    await Promise.all(this.#works)
  }

  async stop(): Promise<void> {
    await this.settled()
    clearTimeout(this.#alarm)
  }

  async #end(callId: string, by: Ender, mono: number): Promise<void> {
    const call = this.#calls.get(callId)
    if (!call) return
    const { db, log } = this.#platform
    const isComplete = () => store.recordComplete(db, this.#ctx.cityId, callId)
    const recordComplete = await patiently(log, isComplete)
    const write = (tx: Tx) => recordEnd(tx, this.#ctx, call, { reason: endReason(call, by), mono })
    await this.#advance({ kind: 'left', callId, recordComplete }, { mono, write })
    this.#calls.delete(callId)
    this.#work(call, () => this.#carriers[call.source].end(call))
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    // Whoever asked hears of a failure; the next one's turn comes all the same.
    this.#turn = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  #store(work: (tx: Tx) => Promise<void>): Promise<void> {
    return storePatiently(this.#platform, work, () => !this.#letGo)
  }

  async #advance(
    happening: Happening,
    { mono = performance.now(), write }: Moment = {},
  ): Promise<readonly Command[]> {
    const before = this.#state
    const at = this.#platform.clock.now().getTime()
    const rules = { offerMs: OFFER_MS, backOffMs: BACK_OFF_MS, paused: this.#paused }
    const { state, commands } = step(before, { ...happening, at }, rules)
    if (state !== before || write) {
      const orders = planOrders(commands, this.#calls, state, mono)
      const changed = changedAgents(before, state)
      await this.#store(async (tx) => {
        await write?.(tx)
        for (const order of orders) await recordOrder(tx, this.#ctx, order, mono)
        for (const [id, agent] of changed) await store.savePresence(tx, this.#presence(id, agent))
      })
      this.#state = state
      for (const order of orders) this.#order(order)
      this.#announce(changed.map(([id]) => id))
    }
    this.#setAlarm(at)
    return commands
  }

  #presence(accountId: string, agent: Agent | undefined) {
    const call = agent?.callId ? this.#calls.get(agent.callId) : undefined
    return {
      city_id: this.#ctx.cityId,
      account_id: accountId,
      state: agent ? presenceOf(agent, call !== undefined && isPractice(call)) : ('offline' as const),
      since: agent ? new Date(agent.since) : this.#platform.clock.now(),
      call_id: agent?.callId ?? null,
    }
  }

  #order(order: Order): void {
    const { call } = order
    if (order.kind === 'offer') call.legId = order.legId
    if (order.kind === 'connect') call.answer = order.answer
    if (order.kind === 'drop') this.#calls.delete(call.id)
    this.#work(call, async () => {
      try {
        await carryOut(order, this.#carriers[call.source])
      } catch (error) {
        if (order.kind !== 'offer') throw error
        this.#platform.log.info({ call: call.id, err: String(error) }, 'an agent could not be rung')
        // Not awaited: the exchange's turn may itself wait for this call's work to end.
        this.tellSelf({ kind: 'missed', callId: call.id, agentId: order.agentId, how: 'failed' })
      }
    })
  }

  #work(call: LiveCall, work: () => Promise<void>): void {
    const done = call.work
      .then(work)
      .catch((error: unknown) =>
        this.#platform.log.error({ err: error, call: call.id }, 'an order to the telephone failed'),
      )
      .finally(() => this.#works.delete(done))
    call.work = done
    this.#works.add(done)
  }

  #announce(accountIds: readonly string[]): void {
    const { live, log } = this.#platform
    const city = this.#ctx.cityId
    const messages = [
      ...accountIds.map((subject) => ({ topic: 'desk', subject })),
      { topic: 'board', subject: '' },
    ]
    for (const message of messages)
      live
        .signal({ city, ...message })
        .catch((error: unknown) => log.warn({ err: String(error) }, 'nobody was told'))
  }

  #setAlarm(at: number): void {
    clearTimeout(this.#alarm)
    const due = nextWake(this.#state, at)
    if (due === null) return
    this.#alarm = setTimeout(() => this.tellSelf({ kind: 'tick' }), Math.max(0, due - at))
  }
}

const endReason = (call: LiveCall, by: Ender) => {
  if (by === 'unknown') return 'unknown-end'
  if (call.answer === null) return 'abandoned'
  return by === 'caller' ? 'caller-hung-up' : 'agent-hung-up'
}

/** Agents who are another object than before; those who are gone come without one. */
function changedAgents(before: State, after: State): [string, Agent | undefined][] {
  const ids = new Set([...before.agents.keys(), ...after.agents.keys()])
  return [...ids]
    .filter((id) => before.agents.get(id) !== after.agents.get(id))
    .map((id) => [id, after.agents.get(id)])
}
