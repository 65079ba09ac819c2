import type { Context as HonoContext } from 'hono'
import type { Platform } from '../../platform/context.ts'
import { Budgets } from '../../platform/http/budgets.ts'
import type { Arrival, Gate, Traffic } from '../../platform/http/gate.ts'
import { LoadMeter } from '../../platform/http/loadMeter.ts'
import { isOverloaded, type Load } from '../../platform/http/loadRule.ts'
import { networksOf } from '../../platform/http/network.ts'
import { signingKey } from '../../platform/http/signingKey.ts'
import type { BucketRule } from '../../platform/http/tokenBucketRule.ts'
import { type Guest, isGuestPage, isOld, keepGuest, newGuest, readGuest } from './guest.ts'
import { type Limits, LIMITS } from './limits.ts'
import { busy, tooMany } from './refusals.ts'

/** Longer than a hold that was extended. */
const PASS_SECONDS = 25 * 60

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
  #overloaded = false

  constructor(platform: Platform, { limits = LIMITS, load }: GateOptions = {}) {
    this.#platform = platform
    this.#limits = limits
    this.#load = load ?? (() => this.#meter.load)
    this.#budgets = new Budgets(limits.most * 3)
  }

  readonly gate: Gate = async (c, arrival, next) => {
    const key = await signingKey(this.#platform)
    const guest = readGuest(c, key, this.#seconds())
    this.#turnAway(arrival, guest)
    this.#charge(arrival, guest)
    const response = await this.#meter.during(next)
    this.#welcome(c, arrival, guest, key, response)
    return response
  }

  stop(): void {
    this.#meter.stop()
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

  #charge({ traffic, address }: Arrival, guest: Guest | null): void {
    const { guest: ofGuest, network } = this.#limits
    const asked = guest
      ? [{ key: `${traffic} ${guest.id}`, rule: ofGuest[traffic] }]
      : this.#networks(traffic, address, network[traffic])
    const waitMs = this.#budgets.take(asked, performance.now())
    if (waitMs > 0) throw tooMany(waitMs)
  }

  #networks(what: Traffic | 'guest', address: string, rule: BucketRule): { key: string; rule: BucketRule }[] {
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
