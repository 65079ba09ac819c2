import type { Line } from '../../city/index.ts'
import { asSystem, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict } from '../../platform/problems.ts'
import { stepTalk } from './conversation.ts'
import type { Guest, Talk, TalkEffect, TalkEvent, TalkStep } from './model.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { isPractice, type LiveCall } from '../exchange/liveCall.ts'
import { storePatiently } from '../desks/patience.ts'
import { destinationOf } from '../exchange/routing.ts'
import { setServedLine } from './talkStore.ts'
import type { GuestAddress, TalkCarrier } from './talkCarrier.ts'
import { emitTalk, type GuestLeft } from './talkEvents.ts'
import { recordTalk, type Asked } from './talkMoments.ts'

/** A conversation that is more than caller and agent, and who was asked into it. */
export interface Conversation {
  readonly cityId: string
  readonly call: LiveCall
  /** Who has the caller, and decides. */
  readonly agentId: string
  readonly talk: Talk
  readonly asked: Asked | null
}

/** Why the last guest is not there any more; told on the agent's screen until the next step. */
export interface GuestNews {
  readonly asked: Asked
  readonly how: GuestLeft
}

interface ConversationsNeeds {
  platform: Platform
  exchangeOf(cityId: string): Exchange
  /** Null where no telephone system is connected. */
  carrier(): TalkCarrier | null
}

/** An agent and the caller in hand. */
export interface Hand {
  cityId: string
  callId: string
  agentId: string
}

/** Holds, consultations, conferences and hand-overs of all calls; what happens to one call happens one after the other. */
export class Conversations {
  readonly #needs: ConversationsNeeds
  readonly #open = new Map<string, Conversation>()
  readonly #news = new Map<string, GuestNews>()
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(needs: ConversationsNeeds) {
    this.#needs = needs
  }

  of(callId: string): Conversation | null {
    return this.#open.get(callId) ?? null
  }

  newsOf(callId: string): GuestNews | null {
    return this.#news.get(callId) ?? null
  }

  /** What the agent does with the caller in hand. @throws Problem 409 when it does not fit any more */
  async act(hand: Hand, event: Extract<TalkEvent, { kind: ActKind }>): Promise<void> {
    await this.#inTurn(hand.callId, async () => {
      const { call, before } = this.#inHand(hand)
      const step = stepTalk(before?.talk ?? null, event)
      if (!step) throw doesNotFit()
      this.#news.delete(call.id)
      await this.#take({ ...hand, call, asked: before?.asked ?? null }, before?.talk ?? null, event, step)
    })
  }

  /**
   * Rings somebody for the caller in hand. @param passOn the caller is handed over as soon as they answer
   * @throws Problem 409 when they are not free or cannot be rung
   */
  async ask(hand: Hand, asked: Asked, address: GuestAddress, passOn: boolean): Promise<void> {
    await this.#inTurn(hand.callId, async () => {
      const { call, before } = this.#inHand(hand)
      const carrier = this.#needs.carrier()
      if (isPractice(call) || !carrier) throw noPractice()
      const guest: Guest = { legId: newId(), accountId: asked.accountId }
      const event: TalkEvent = { kind: 'ask', guest, passOn }
      const step = stepTalk(before?.talk ?? null, event)
      if (!step) throw conflict('does-not-fit', 'Es wird schon jemand angerufen.')
      await this.#engage(hand, guest)
      this.#news.delete(call.id)
      const scene = { ...hand, call, asked }
      await this.#take(scene, before?.talk ?? null, event, step)
      await this.#ring(scene, carrier, guest, address)
    })
  }

  /** Puts the caller in hand into a line's queue, at the place that is theirs. @throws Problem 409 */
  async passToLine(hand: Hand, asked: Asked, line: Line): Promise<void> {
    await this.#inTurn(hand.callId, async () => {
      const { call, before } = this.#inHand(hand)
      if (isPractice(call)) throw noPractice()
      if (before && before.talk.stage !== 'held') throw doesNotFit()
      const { cityId, agentId } = hand
      const ctx = asSystem(this.#needs.platform, cityId)
      const { legId } = call
      const to = destinationOf(line, call.offeredAt)
      const write = async (tx: Tx) => {
        await setServedLine(tx, cityId, call.id, line.id)
        await emitTalk(tx, ctx, 'call.transferred', { id: call.id }, { agentId, ...asked, how: 'blind' })
      }
      await this.#needs.exchangeOf(cityId).tell({ kind: 'handed-on', callId: call.id, to }, { write })
      this.#open.delete(call.id)
      this.#news.delete(call.id)
      if (legId !== null) await this.#needs.carrier()?.hangUp(legId)
      this.#signal(cityId, [agentId])
    })
  }

  /** A guest's leg is up. @returns whether it was still wanted */
  guestAnswered(callId: string, legId: string): Promise<boolean> {
    return this.#inTurn(callId, async () => {
      const before = this.#open.get(callId)
      if (!before || before.talk.guest?.legId !== legId) return false
      const step = stepTalk(before.talk, { kind: 'guest-answered' })
      if (step) await this.#take(before, before.talk, { kind: 'guest-answered' }, step)
      return step !== null
    })
  }

  /** A leg of a call is gone. @returns whether that is settled here; else it is news of an ordinary call */
  legGone(callId: string, legId: string, party: 'caller' | 'other', how: GuestLeft): Promise<boolean> {
    const open = this.#open.get(callId)
    if (!open) return Promise.resolve(false)
    if (party === 'caller') return this.#leave(callId, { kind: 'caller-gone' }, how)
    if (open.talk.guest?.legId === legId) return this.#leave(callId, { kind: 'guest-gone' }, how)
    return open.call.legId === legId ? this.agentGone(callId) : Promise.resolve(false)
  }

  /** The agent's side of a conversation is over, in whichever way. */
  agentGone(callId: string): Promise<boolean> {
    return this.#leave(callId, { kind: 'agent-gone' }, 'hung-up')
  }

  /**
   * The agent's browser died. @returns whether somebody else has the caller, or will have; otherwise the conversation
   * is an ordinary one again, so that the caller waits for the same agent
   */
  async agentDied(callId: string, legId: string): Promise<boolean> {
    const open = this.#open.get(callId)
    if (!open || open.call.legId !== legId) return false
    const { stage, passOn } = open.talk
    if (stage === 'conference' || (stage === 'asking' && passOn)) return this.agentGone(callId)
    await this.forget(callId)
    return false
  }

  /** The conversation is an ordinary one again, or none: a guest goes. */
  forget(callId: string): Promise<void> {
    return this.#inTurn(callId, async () => {
      const before = this.#open.get(callId)
      if (!before) return
      this.#open.delete(callId)
      const { guest } = before.talk
      if (guest) await this.#needs.carrier()?.hangUp(guest.legId)
      this.#freeGuest(before.cityId, guest)
    })
  }

  #leave(callId: string, event: TalkEvent, how: GuestLeft): Promise<boolean> {
    return this.#inTurn(callId, async () => {
      const before = this.#open.get(callId)
      const step = before && stepTalk(before.talk, event)
      if (!before || !step) return false
      await this.#take(before, before.talk, event, step, how)
      return !step.effects.some((effect) => effect.kind === 'end')
    })
  }

  /** Takes over what an earlier process left, as the telephone system's bridges show it. */
  async adopt(conversation: Conversation): Promise<void> {
    const { call, cityId, talk } = conversation
    await this.#inTurn(call.id, async () => {
      this.#open.set(call.id, conversation)
      const { guest } = talk
      if (guest?.accountId && talk.stage !== 'passed')
        await this.#needs
          .exchangeOf(cityId)
          .tell({ kind: 'assist', agentId: guest.accountId, callId: call.id })
    })
  }

  /** Puts everybody where they belong again; what is over elsewhere (a lead, the end of the day) is forgotten. */
  async arrangeAll(): Promise<void> {
    for (const { call, talk, cityId } of this.#open.values()) {
      if (talk.stage === 'passed' || this.#needs.exchangeOf(cityId).calls.has(call.id)) {
        await this.#arrange(call, talk)
        continue
      }
      this.#open.delete(call.id)
      this.#freeGuest(cityId, talk.guest)
    }
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#turns.values())
  }

  /** Another process leads them from now on. */
  clear(): void {
    this.#open.clear()
    this.#news.clear()
  }

  #inHand({ cityId, callId, agentId }: Hand): { call: LiveCall; before: Conversation | undefined } {
    const exchange = this.#needs.exchangeOf(cityId)
    const call = exchange.calls.get(callId)
    const caller = exchange.state.callers.get(callId)
    if (!call || caller?.agentId !== agentId || !caller.connected)
      throw conflict('not-in-hand', 'Dieser Anruf ist nicht mehr bei Ihnen.')
    return { call, before: this.#open.get(callId) }
  }

  /** Somebody of the house who is asked gets no callers meanwhile. @throws Problem 409 when they are not free */
  async #engage({ cityId, callId }: Hand, { accountId }: Guest): Promise<void> {
    if (accountId === null) return
    const exchange = this.#needs.exchangeOf(cityId)
    await exchange.tell({ kind: 'assist', agentId: accountId, callId })
    const agent = exchange.state.agents.get(accountId)
    if (agent?.phase !== 'assisting' || agent.callId !== callId)
      throw conflict('not-free', 'Dort ist gerade niemand frei.')
  }

  async #ring(scene: Scene, carrier: TalkCarrier, guest: Guest, address: GuestAddress): Promise<void> {
    const { call, cityId } = scene
    try {
      await this.#work(call, () => carrier.ask(cityId, call.id, guest, address))
    } catch (error) {
      this.#needs.platform.log.info({ call: call.id, err: String(error) }, 'a guest could not be rung')
      const before = this.#open.get(call.id)
      const event = { kind: 'guest-gone' } as const
      const step = before && stepTalk(before.talk, event)
      if (before && step) await this.#take(before, before.talk, event, step, 'failed')
    }
  }

  /** Stores the step, then lets the house and the telephone follow. */
  async #take(
    scene: Scene,
    before: Talk | null,
    event: TalkEvent,
    step: TalkStep,
    how: GuestLeft = 'hung-up',
  ): Promise<void> {
    const { call, cityId, agentId, asked } = scene
    const { platform } = this.#needs
    const ctx = asSystem(platform, cityId)
    const moment = { callId: call.id, agentId, asked, before, event, step, how }
    const write = (tx: Tx) => recordTalk(tx, ctx, moment)
    const waits = await this.#follow(scene, step.effects, write)
    if (step.talk) this.#open.set(call.id, { cityId, call, agentId, asked, talk: step.talk })
    else this.#open.delete(call.id)
    if (event.kind === 'guest-gone' && asked) this.#news.set(call.id, { asked, how })
    const isOver = waits || step.effects.some(({ kind }) => kind === 'end')
    const guest = before?.guest ?? null
    if (guest && step.talk?.guest !== guest && !tookOver(step.effects)) this.#freeGuest(cityId, guest)
    if (!isOver) await this.#arrange(call, step.talk)
    this.#signal(cityId, [agentId, guest?.accountId, step.talk?.guest?.accountId])
  }

  /**
   * The effects that change who has the call store the moment with it; every other step stores it here.
   * @returns whether the caller waits again
   */
  async #follow(
    scene: Scene,
    effects: readonly TalkEffect[],
    write: (tx: Tx) => Promise<void>,
  ): Promise<boolean> {
    const { call, cityId } = scene
    const exchange = this.#needs.exchangeOf(cityId)
    const carrier = isPractice(call) ? null : this.#needs.carrier()
    const formerLeg = call.legId
    let stored = false
    let waits = false
    for (const effect of effects) {
      switch (effect.kind) {
        case 'release-guest':
          await carrier?.hangUp(effect.guest.legId)
          break
        case 'taken-over':
          stored = true
          // Signed out at this very moment: somebody else shall take the caller.
          if (!(await exchange.takeOver(call.id, effect.guest.accountId ?? '', effect.guest.legId, write))) {
            waits = true
            await carrier?.hangUp(effect.guest.legId)
            await waitAgain(exchange, call.id, write)
          }
          if (formerLeg !== null) await carrier?.hangUp(formerLeg)
          break
        case 'passed-on':
          stored = true
          await exchange.passOn(call.id, write)
          if (formerLeg !== null) await carrier?.hangUp(formerLeg)
          break
        case 'requeue':
          stored = true
          waits = true
          await waitAgain(exchange, call.id, write)
          break
        case 'release-caller':
          await carrier?.release(call.id)
          break
        case 'end':
          break
      }
    }
    if (!stored) await storePatiently(this.#needs.platform, write)
    return waits
  }

  async #arrange(call: LiveCall, talk: Talk | null): Promise<void> {
    const carrier = this.#needs.carrier()
    if (carrier && !isPractice(call)) await this.#work(call, () => carrier.arrange(call, talk))
  }

  /** After the orders that this call's earlier moments led to. @throws what the work throws */
  async #work(call: LiveCall, work: () => Promise<void>): Promise<void> {
    const done = call.work.then(work)
    call.work = done.catch(() => undefined)
    await done
  }

  #freeGuest(cityId: string, guest: Guest | null): void {
    if (guest?.accountId)
      this.#needs.exchangeOf(cityId).tellSelf({ kind: 'assist-ended', agentId: guest.accountId })
  }

  #signal(city: string, accountIds: readonly (string | null | undefined)[]): void {
    const { live, log } = this.#needs.platform
    for (const subject of new Set(accountIds))
      if (subject)
        live
          .signal({ city, topic: 'desk', subject })
          .catch((error: unknown) => log.warn({ err: String(error) }, 'nobody was told'))
  }

  #inTurn<T>(callId: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#turns.get(callId) ?? Promise.resolve()).then(work)
    const turn = result.then(
      () => undefined,
      () => undefined,
    )
    this.#turns.set(callId, turn)
    void turn.then(() => this.#turns.get(callId) === turn && this.#turns.delete(callId))
    return result
  }
}

const doesNotFit = () => conflict('does-not-fit', 'Das geht in diesem Augenblick nicht.')
const noPractice = () =>
  conflict('practice', 'In einer Übung wird niemand angerufen. Bei echten Anrufen geht es.')

/** The caller waits for the same teams as before. @param write what belongs into the same transaction */
export async function waitAgain(
  exchange: Exchange,
  callId: string,
  write?: (tx: Tx) => Promise<void>,
): Promise<void> {
  const caller = exchange.state.callers.get(callId)
  if (!caller) return
  const { lineId, teams, needs, wider, widenAt, overflowAt, offerAt } = caller
  const to = { lineId, teams, needs, wider, widenAt, overflowAt, offerAt }
  await exchange.tell({ kind: 'handed-on', callId, to }, write ? { write } : {})
}

type ActKind = 'hold' | 'take-back' | 'hand-over' | 'confer'
type Scene = Pick<Conversation, 'cityId' | 'call' | 'agentId' | 'asked'>

const tookOver = (effects: readonly TalkEffect[]): boolean =>
  effects.some(({ kind }) => kind === 'taken-over')
