import type { Context as HonoContext } from 'hono'
import type { Platform } from '../../platform/context.ts'
import { Budgets } from '../../platform/http/budgets.ts'
import type { Arrival, Gate, Traffic } from '../../platform/http/gate.ts'
import { forgetProofs } from '../../platform/http/gateStore.ts'
import { LoadMeter } from '../../platform/http/loadMeter.ts'
import { isOverloaded, type Load } from '../../platform/http/loadRule.ts'
import { networksOf } from '../../platform/http/network.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import type { BucketRule } from '../../platform/http/tokenBucketRule.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import { Problem } from '../../platform/problems.ts'
import { type Guest, isGuestPage, isOld, keepGuest, newGuest, readGuest } from './guest.ts'
import { type Limits, LIMITS } from './limits.ts'
import { ProofGate } from './proofGate.ts'
import { busy, tooMany } from './refusals.ts'

/** Longer than a hold that was extended. */
const PASS_SECONDS = 25 * 60
const FORGET_EVERY_MS = 3_600_000

interface Charge {
  key: string
  rule: BucketRule
}

export interface GateOptions {
  limits?: Limits
  /** How busy it is, where that is not measured. */
  load?: () => Load
}

/** Budgets for each network and browser, and a door that closes for newcomers when this process cannot follow. */
export class PublicGate {
  readonly #platform: Platform
  readonly #limits: Limits
  readonly #meter = new LoadMeter()
  readonly #load: () => Load
  readonly #budgets: Budgets
  readonly #proofs: ProofGate
  #overloaded = false
  #stopForgetting = async (): Promise<void> => undefined

  constructor(platform: Platform, { limits = LIMITS, load }: GateOptions = {}) {
    this.#platform = platform
    this.#limits = limits
    this.#load = load ?? (() => this.#meter.load)
    this.#budgets = new Budgets(limits.most * 3)
    this.#proofs = new ProofGate(platform, limits.attack)
  }

  readonly gate: Gate = async (c, arrival, next) => {
    const key = await signingKey(this.#platform)
    const guest = readGuest(c, key, this.#seconds())
    this.#turnAway(arrival, guest)
    const taken = this.#charge(arrival, guest)
    const response = await this.#meter.during(() =>
      this.#unlessLate(taken, () => this.#prove(c, arrival, key, next)),
    )
    this.#welcome(c, arrival, guest, key, response)
    return response
  }

  start(): void {
    const { log, db, clock } = this.#platform
    this.#stopForgetting = repeat({ log }, FORGET_EVERY_MS, 'removal of used proofs', () =>
      forgetProofs(db, clock.now()),
    )
  }

  async stop(): Promise<void> {
    this.#meter.stop()
    await this.#stopForgetting()
  }

  async #prove(
    c: HonoContext,
    arrival: Arrival,
    key: Buffer,
    next: () => Promise<Response>,
  ): Promise<Response> {
    if (arrival.traffic !== 'take') return next()
    this.#proofs.follow(await arrival.cityId())
    return this.#proofs.let(c, key, next)
  }

  /** Whoever holds a time comes in: to turn them away would let it run out. */
  #turnAway({ traffic }: Arrival, guest: Guest | null): void {
    const before = this.#overloaded
    const load = this.#load()
    this.#overloaded = isOverloaded(before, load, this.#limits.load)
    if (before !== this.#overloaded)
      this.#platform.log.warn(
        { ...load },
        this.#overloaded ? 'newcomers are asked to wait' : 'newcomers come in again',
      )
    const holds = traffic === 'finish' || (guest?.passUntil ?? 0) > this.#seconds()
    if (this.#overloaded && !holds) throw busy()
  }

  /** @returns what is given back when the time was gone: whoever was too late has taken nothing */
  #charge({ traffic, address }: Arrival, guest: Guest | null): Charge[] {
    const own = this.#chargesOf(traffic, address, guest)
    // Asking for times that are gone is reading.
    const asked = traffic === 'take' ? [...own, ...this.#chargesOf('read', address, guest)] : own
    const waitMs = this.#budgets.take(asked, performance.now())
    if (waitMs === 0) return traffic === 'take' ? own : []
    // Of IPv6 the wider one: whoever attacks has more small ones than anybody can count.
    const name = networksOf(address).at(-1)
    if (!guest && name) this.#proofs.note({ kind: 'refused', network: name })
    throw tooMany(waitMs)
  }

  #chargesOf(traffic: Traffic, address: string, guest: Guest | null): Charge[] {
    const { guest: ofGuest, network } = this.#limits
    if (!guest) return this.#networks(traffic, address, network[traffic])
    return [{ key: `${traffic} ${guest.id}`, rule: ofGuest[traffic] }]
  }

  async #unlessLate(taken: readonly Charge[], work: () => Promise<Response>): Promise<Response> {
    try {
      const response = await work()
      if (response.status === 409) this.#budgets.giveBack(taken)
      return response
    } catch (error) {
      if (error instanceof Problem && error.status === 409) this.#budgets.giveBack(taken)
      throw error
    }
  }

  #networks(what: Traffic | 'guest', address: string, rule: BucketRule): Charge[] {
    const { wide } = this.#limits
    return networksOf(address).map((network, place) => ({
      key: `${what} ${network}`,
      rule: place === 0 ? rule : { burst: rule.burst * wide, perSecond: rule.perSecond * wide },
    }))
  }

  /** A browser that has opened a page gets a budget of its own; one that holds a time now is known by it. */
  #welcome(
    c: HonoContext,
    { traffic, address }: Arrival,
    known: Guest | null,
    key: Buffer,
    response: Response,
  ): void {
    if (!isGuestPage(c)) return
    if (traffic === 'take' && response.status === 303) {
      const guest = known ?? newGuest(this.#seconds())
      return keepGuest(c, response, key, { ...guest, passUntil: this.#seconds() + PASS_SECONDS })
    }
    if (known && isOld(known, this.#seconds()))
      return keepGuest(c, response, key, { ...known, since: this.#seconds() })
    if (known || traffic !== 'read' || response.status !== 200) return
    const waitMs = this.#budgets.take(
      this.#networks('guest', address, this.#limits.guests),
      performance.now(),
    )
    if (waitMs === 0) keepGuest(c, response, key, newGuest(this.#seconds()))
  }

  #seconds(): number {
    return Math.floor(this.#platform.clock.now().getTime() / 1000)
  }
}
