import { asSystem, type Context, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Carriers } from './carrier.ts'
import type { Agent, Change, Command, DistributionEvent, MissedHow, State } from '../distribution/model.ts'
import { decide, nextWake } from '../distribution/distribution.ts'
import { Floor } from '../distribution/state.ts'
import { endReason, type Elsewhere, type Ender } from './ending.ts'
import type { EndReason } from '../events.ts'
import { EXCHANGE_RULES } from '../distribution/exchangeRules.ts'
import { isPractice, newCall, type Arrival, type LiveCall } from './liveCall.ts'
import { recordAnswer, recordArrival, recordEnd, recordOrder, recordTakenAgain } from './moments.ts'
import { answerOf, carryOut, planOrders, type Order } from './orders.ts'
import { patiently, storePatiently } from '../desks/patience.ts'
import { presenceOf } from './presence.ts'
import { destinationOf } from './routing.ts'
import { answerByClerk, recordReturn } from './returnCall.ts'
import * as store from '../store.ts'
import { tellDesks } from './tellDesks.ts'
import { Works } from './works.ts'

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
  #floor = new Floor()
  #paused: boolean
  #letGo = false
  #turn: Promise<unknown> = Promise.resolve()
  readonly #works: Works
  #alarm: NodeJS.Timeout | undefined
  /** Told after it is stored: an agent's telephone rang in vain, or could not be rung. */
  onMissed: (agentId: string, how: MissedHow) => void = () => undefined

  constructor(platform: Platform, cityId: string, carriers: Carriers, paused: boolean) {
    this.#platform = platform
    this.#ctx = asSystem(platform, cityId)
    this.#carriers = carriers
    this.#paused = paused
    this.#works = new Works(platform.log)
  }

  get state(): State {
    return this.#floor
  }

  get calls(): ReadonlyMap<string, LiveCall> {
    return this.#calls
  }

  /** A caller joins the queue. */
  async arrive(arrival: Arrival): Promise<void> {
    const call = newCall(arrival)
    const { line, onlyFor, placeSince = call.offeredAt } = arrival
    const place = { id: call.id, priority: 0, since: placeSince.getTime(), onlyFor }
    const caller = { ...place, ...destinationOf(line, call.offeredAt) }
    await this.#inTurn(() => {
      this.#calls.set(call.id, call)
      return this.#advance(
        { kind: 'arrived', caller },
        { write: (tx) => recordArrival(tx, this.#ctx, call, arrival) },
      )
    })
  }

  /** A call outside service hours, or one too many of its number, is on record and over at once; nobody is asked. */
  async turnAway(arrival: Arrival, reason: 'closed' | 'blocked' = 'closed'): Promise<void> {
    const call = newCall(arrival)
    await this.#store(async (tx) => {
      await recordArrival(tx, this.#ctx, call, arrival, reason === 'closed')
      await recordEnd(tx, this.#ctx, call, { reason, mono: arrival.offeredMono })
    })
  }

  /** A call that came and was served while we were away. */
  async noteElsewhere(arrival: Arrival, { reason, mono, answer }: Elsewhere): Promise<void> {
    const call = { ...newCall(arrival), linkLost: true, answer }
    await this.#store(async (tx) => {
      await recordArrival(tx, this.#ctx, call, arrival)
      if (answer) await recordAnswer(tx, this.#ctx, call, null, answer)
      await recordEnd(tx, this.#ctx, call, { reason, mono })
      await store.updateLeg(tx, this.#ctx.cityId, arrival.sourceKey, { ended_at: this.#ctx.clock.now() })
    })
  }

  /** A caller of ours who was served, or was lost, where we were not; the channel is left alone. */
  endElsewhere(callId: string, { reason, mono, answer }: Elsewhere): Promise<void> {
    return this.#inTurn(async () => {
      const call = this.#calls.get(callId)
      if (!call) return
      const first = call.answer === null ? answer : null
      const ended = first ? { ...call, answer: first } : call
      const write = async (tx: Tx): Promise<void> => {
        if (first) await recordAnswer(tx, this.#ctx, call, null, first)
        await recordEnd(tx, this.#ctx, ended, { reason, mono })
      }
      await this.#advance({ kind: 'left', callId, recordComplete: true }, { mono, write })
      this.#calls.delete(callId)
    })
  }

  /** A caller whom a clerk is calling right now: theirs at once, asked of nobody. @param also what belongs into the same transaction */
  async arriveAtClerk(arrival: Arrival, clerkId: string, also: (tx: Tx) => Promise<void>): Promise<void> {
    const call = newCall(arrival)
    const answer = answerByClerk(call, clerkId, performance.now())
    await this.#store(async (tx) => {
      await recordArrival(tx, this.#ctx, call, arrival)
      await recordReturn(tx, this.#ctx, call, answer)
      await also(tx)
    })
  }

  /** A waiting caller goes to the clerk who is about to call them. @returns whether they still waited */
  leaveToClerk(callId: string, clerkId: string, also: (tx: Tx) => Promise<void>): Promise<boolean> {
    return this.#inTurn(async () => {
      const call = this.#calls.get(callId)
      const caller = this.#floor.callers.get(callId)
      if (!call || !caller || caller.connected || caller.where !== 'queue') return false
      const mono = performance.now()
      const answer = answerOf(call, caller, clerkId, mono)
      const write = async (tx: Tx) => {
        await recordReturn(tx, this.#ctx, call, answer)
        await also(tx)
      }
      await this.#advance({ kind: 'left', callId, recordComplete: true }, { mono, write })
      this.#calls.delete(callId)
      return true
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
      if (this.#floor.callers.get(callId)?.connected) return this.#end(callId, lost.by, lost.mono)
      await this.#advance({ kind: 'missed', callId, agentId, how: lost.how }, { mono: lost.mono })
    })
  }

  /** The browser of this leg died in a conversation. @returns whether it was one; the caller waits again then */
  agentLost(leg: { callId: string; agentId: string; legId: string | null }): Promise<boolean> {
    const { callId, agentId, legId } = leg
    return this.#inTurn(async () => {
      const isTheirs = this.#floor.callers.get(callId)?.agentId === agentId
      if (!isTheirs || this.#calls.get(callId)?.legId !== legId) return false
      // Should the caller leave now, the record is still to be written, by whoever talked.
      const write = (tx: Tx) => store.beginIntake(tx, this.#ctx, { callId, accountId: agentId })
      const commands = await this.#advance({ kind: 'agent-lost', callId, agentId }, { write })
      return commands.some(({ kind }) => kind === 'park')
    })
  }

  /**
   * The number outside answered. @returns whether the caller still waits for it
   */
  async overflowAnswered(callId: string, legId: string, mono: number): Promise<boolean> {
    return this.#inTurn(async () => {
      const call = this.#calls.get(callId)
      const caller = this.#floor.callers.get(callId)
      if (call?.legId !== legId || caller?.where !== 'overflow' || caller.connected) return false
      const answer = answerOf(call, caller, null, mono)
      const write = (tx: Tx) => recordAnswer(tx, this.#ctx, call, legId, answer)
      await this.#advance({ kind: 'overflow-answered', callId }, { mono, write })
      call.answer = answer
      this.#works.add(call, () => this.#carriers[call.source].connect(call, legId))
      return true
    })
  }

  /** The leg outside is gone: nobody answered, or the conversation is over. */
  overflowLost(callId: string, legId: string, mono: number): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#calls.get(callId)?.legId !== legId) return
      if (this.#floor.callers.get(callId)?.connected) return this.#end(callId, 'agent', mono)
      await this.#advance({ kind: 'overflow-failed', callId }, { mono })
    })
  }

  /** Who assisted has the caller from now on, on the leg of this name. @returns whether that was possible */
  takeOver(
    callId: string,
    agentId: string,
    legId: string,
    also: (tx: Tx) => Promise<void> = nothing,
  ): Promise<boolean> {
    return this.#inTurn(async () => {
      const call = this.#calls.get(callId)
      if (!call || this.#floor.agents.get(agentId)?.callId !== callId) return false
      const write = async (tx: Tx) => {
        await recordTakenAgain(tx, this.#ctx, call, agentId, legId)
        await also(tx)
      }
      await this.#advance({ kind: 'taken-over', callId, agentId }, { write })
      call.legId = legId
      call.talkedTo = agentId
      return true
    })
  }

  /** Somebody outside has the caller: over for the house, while the two go on talking. */
  passOn(callId: string, also: (tx: Tx) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const call = this.#calls.get(callId)
      if (call) await this.#finish(call, 'handed-over', performance.now(), also)
    })
  }

  /** A callback is promised to this caller: whatever ends the call from now on, nobody gave up. */
  notePromised(callId: string): void {
    const call = this.#calls.get(callId)
    if (call) call.promised = true
  }

  /** A conversation whose sides are not joined at the telephone. */
  joinAgain(callId: string): void {
    const call = this.#calls.get(callId)
    if (call) this.#works.add(call, () => this.#carriers[call.source].connect(call, call.legId))
  }

  /**
   * Anything else that happens to callers or agents.
   * @param write what belongs into the same transaction @param when asked when its turn has come
   * @returns false when `when` said no, and nothing happened
   */
  tell(
    happening: Happening,
    { write, when }: { write?: (tx: Tx) => Promise<void>; when?: () => boolean } = {},
  ): Promise<boolean> {
    return this.#inTurn(async () => {
      if (when && !when()) return false
      await this.#advance(happening, write ? { write } : {})
      return true
    })
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
      await this.#advance({ kind: paused ? 'tick' : 'resumed' })
    })
  }

  /** Takes over what an earlier process left; nobody is offered anything before the next event. */
  async restore(left: State, calls: readonly LiveCall[]): Promise<void> {
    await this.#inTurn(async () => {
      this.#calls.clear()
      for (const call of calls) this.#calls.set(call.id, call)
      this.#floor = Floor.of(left.agents.values(), left.callers.values())
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
    await this.#works.settled()
  }

  async stop(): Promise<void> {
    await this.settled()
    clearTimeout(this.#alarm)
  }

  async #end(callId: string, by: Ender, mono: number): Promise<void> {
    const call = this.#calls.get(callId)
    if (!call) return
    await this.#finish(call, endReason(call, by), mono, nothing)
    this.#works.add(call, () => this.#carriers[call.source].end(call))
  }

  async #finish(
    call: LiveCall,
    reason: EndReason,
    mono: number,
    also: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const { db, log } = this.#platform
    const { id: callId } = call
    const isComplete = () => store.recordComplete(db, this.#ctx.cityId, callId)
    const recordComplete = await patiently(log, isComplete)
    const { missed = 0, obstacle = null } = this.#floor.callers.get(callId) ?? {}
    const write = async (tx: Tx) => {
      await recordEnd(tx, this.#ctx, call, { reason, mono, missed, obstacle })
      await also(tx)
    }
    await this.#advance({ kind: 'left', callId, recordComplete }, { mono, write })
    this.#calls.delete(callId)
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
    const at = this.#platform.clock.now().getTime()
    const change = decide(this.#floor, { ...happening, at }, { ...EXCHANGE_RULES, paused: this.#paused })
    if (write || !isNothing(change)) {
      const orders = planOrders(change, this.#calls, mono)
      const presences = [
        ...change.agents.map((agent) => this.#presence(agent.id, agent)),
        ...change.goneAgents.map((id) => this.#presence(id, undefined)),
      ]
      await this.#store(async (tx) => {
        await write?.(tx)
        for (const order of orders) await recordOrder(tx, this.#ctx, order, mono)
        for (const presence of presences) await store.savePresence(tx, presence)
      })
      this.#floor.apply(change)
      for (const order of orders) this.#order(order)
      tellDesks(
        this.#platform,
        this.#ctx.cityId,
        presences.map(({ account_id: id }) => id),
      )
    }
    this.#setAlarm(at)
    return change.commands
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
    if (order.kind === 'offer' || order.kind === 'overflow') call.legId = order.legId
    if (order.kind === 'connect') {
      call.answer ??= order.answer
      call.talkedTo = order.agentId
    }
    if (order.kind === 'drop') this.#calls.delete(call.id)
    if (order.kind === 'withdraw' && !isPractice(call)) this.onMissed(order.agentId, order.how)
    this.#works.add(call, async () => {
      try {
        await carryOut(order, this.#carriers[call.source])
      } catch (error) {
        if (order.kind !== 'offer' && order.kind !== 'overflow') throw error
        this.#platform.log.info({ call: call.id, err: String(error) }, `${order.kind}: nobody could be rung`)
        // Not awaited: the exchange's turn may itself wait for this call's work to end.
        if (order.kind === 'overflow') this.tellSelf({ kind: 'overflow-failed', callId: call.id })
        else this.tellSelf({ kind: 'missed', callId: call.id, agentId: order.agentId, how: 'failed' })
      }
    })
  }

  #setAlarm(at: number): void {
    clearTimeout(this.#alarm)
    const due = nextWake(this.#floor, at)
    if (due === null) return
    this.#alarm = setTimeout(() => this.tellSelf({ kind: 'tick' }), Math.max(0, due - at))
  }
}

const nothing = async (): Promise<void> => undefined

const isNothing = ({ agents, callers, goneAgents, goneCallers }: Change): boolean =>
  agents.length + callers.length + goneAgents.length + goneCallers.length === 0
