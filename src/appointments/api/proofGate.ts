import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Platform } from '../../platform/context.ts'
import {
  type AttackRule,
  type AttackWatch,
  CALM,
  isUnderAttack,
  noted,
  type Signal,
} from '../../platform/http/attackRule.ts'
import { giveProofBack, spendProof } from '../../platform/http/gateStore.ts'
import { askForProof, checkProof, PROOF_FIELD } from '../../platform/http/proof.ts'
import type { LiveMessage } from '../../platform/live/live.ts'
import { Problem } from '../../platform/problems.ts'
import { isGuestPage, keepCookie } from './guest.ts'
import { proofNeeded } from './refusals.ts'

const HEADER = 'proof'
const COOKIE = 'termin-nachweis'

/** While there is an attack, every hold costs a proof; otherwise nobody notices this. */
export class ProofGate {
  readonly #platform: Platform
  readonly #rule: AttackRule
  readonly #watched = new Set<string>()
  #watch: AttackWatch = CALM

  constructor(platform: Platform, rule: AttackRule) {
    this.#platform = platform
    this.#rule = rule
  }

  note(signal: Signal): void {
    const now = performance.now()
    const before = isUnderAttack(this.#watch, now)
    this.#watch = noted(this.#watch, signal, now, this.#rule)
    if (!before && isUnderAttack(this.#watch, now))
      this.#platform.log.warn('under attack: holds cost a proof')
  }

  /** Every process hears what becomes of the city's holds, whoever took them. */
  follow(cityId: string): void {
    if (this.#watched.has(cityId)) return
    this.#watched.add(cityId)
    this.#platform.live.subscribe(cityId, ({ topic }: LiveMessage) => {
      if (topic === 'appointment.hold-expired') this.note({ kind: 'lost' })
      else if (topic === 'appointment.booked') this.note({ kind: 'kept' })
    })
  }

  /** @throws Problem 429 `proof-needed`, with what to prove */
  async let(c: HonoContext, key: Buffer, next: () => Promise<Response>): Promise<Response> {
    if (!isUnderAttack(this.#watch, performance.now())) return next()
    const now = Math.floor(this.#platform.clock.now().getTime() / 1000)
    const given = await proofIn(c)
    const proof = checkProof(key, given, now)
    if (proof.is === 'early') throw proofNeeded(proof.asked)
    // Used before, here or in another process: as good as none.
    if (proof.is === 'none' || !(await spendProof(this.#platform.db, proof.id, proof.expiresAt)))
      throw proofNeeded(askForProof(key, now))
    return this.#orBack(c, { given, id: proof.id }, next)
  }

  /** Whoever could not have the time chooses another with the same proof; a browser brings it along. */
  async #orBack(
    c: HonoContext,
    { given, id }: { given: string; id: Buffer },
    next: () => Promise<Response>,
  ): Promise<Response> {
    try {
      const response = await next()
      if (response.status < 400) return response
      await giveProofBack(this.#platform.db, id)
      if (isGuestPage(c)) keepCookie(c, response, COOKIE, given)
      return response
    } catch (error) {
      if (error instanceof Problem) await giveProofBack(this.#platform.db, id)
      throw error
    }
  }
}

async function proofIn(c: HonoContext): Promise<string> {
  const given = c.req.header(HEADER)
  if (given !== undefined || !c.req.header('content-type')?.includes('form')) return given ?? ''
  const field = (await c.req.parseBody())[PROOF_FIELD]
  return typeof field === 'string' ? field : (getCookie(c, COOKIE) ?? '')
}
