import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import {
  availabilityView,
  confirmedView,
  type HoldView,
  holdView,
  offer,
} from '../../src/appointments/contract.ts'
import { instantAt, SERVICE } from './benchOffice.ts'
import { type Answer, type Ask, LeanClient } from './lean.ts'
import { Pace } from './pace.ts'
import { type Kind, noFigures, noteAnswer, type RushFigures, type Side } from './rushFigures.ts'

export interface RushPlan {
  /** Of one process or several on one database; asked in turns. */
  urls: readonly string[]
  from: string
  to: string
  /** Requests of citizens, sent whether or not those before are answered. */
  perSecond: number
  seconds: number
  citizens: number
  /** Bots: each has an address of its own and asks again the moment it has an answer. Every other one confirms what it gets. */
  machines: number
  places: number
}

const READS = 3
/** Between what a citizen sees and the next click. */
const THINKS_MS = [200, 1500] as const
/** A citizen whose time is gone takes another of those offered, so often. */
const TRIES = 5
const CONFIRM_TRIES = 30
/** For an answer that says to come back later and not when. */
const LATER_S = 1
/** A bot that is refused asks again. */
const REFUSED_MS = 100
/** How long a bot believes what it has read. */
const BELIEVES_MS = 1000
const CONTACT = { name: 'Kim Beispiel', email: 'kim@example.org' }
const instead = z.object({ offers: z.array(offer).default([]) })

/** Citizens come, and come back when they got nothing, so that `perSecond` requests are sent; they and the bots want the same appointments. */
export async function runRush(plan: RushPlan): Promise<RushFigures> {
  const rush = new Rush(plan)
  return rush.run()
}

class Rush {
  readonly #plan: RushPlan
  readonly #clients: readonly LeanClient[]
  readonly #figures = noFigures()
  readonly #begun = performance.now()
  readonly #pace: Pace
  /** Who is not here at the moment; whoever has booked does not come again. */
  readonly #away: number[]
  readonly #visits = new Set<Promise<void>>()
  #asked = 0
  #taken = 0

  constructor(plan: RushPlan) {
    this.#plan = plan
    this.#clients = plan.urls.map((url) => new LeanClient(url))
    this.#away = Array.from({ length: plan.citizens }, (_, citizen) => citizen)
    this.#pace = new Pace(plan.perSecond, () => this.#come())
  }

  /** Nobody begins anything any more; who holds a time still confirms it. */
  get #over(): boolean {
    return performance.now() - this.#begun > this.#plan.seconds * 1000
  }

  async run(): Promise<RushFigures> {
    const machines = Array.from({ length: this.#plan.machines }, (_, which) => this.#machine(which))
    while (!this.#over) await sleep(20)
    await Promise.all(machines)
    await Promise.all(this.#visits)
    this.#pace.stop()
    for (const client of this.#clients) client.close()
    this.#figures.seconds = (performance.now() - this.#begun) / 1000
    return this.#figures
  }

  #come(): void {
    const citizen = this.#over ? undefined : this.#away.shift()
    if (citizen === undefined) return
    this.#figures.visits += 1
    this.#visits.add(this.#comeAndGo(citizen))
  }

  async #comeAndGo(citizen: number): Promise<void> {
    const hasBooked = await this.#visit(citizen)
    if (!hasBooked) this.#away.push(citizen)
  }

  /** Looks three times, holds, confirms. @returns whether it was worth it */
  async #visit(citizen: number): Promise<boolean> {
    const address = addressOfCitizen(citizen)
    let known: Answer | null = null
    for (let reads = 0; reads < READS; reads += 1) {
      const due = await this.#pace.turn()
      if (this.#over) return false
      const answer = await this.#read('citizens', address, due, known?.etag ?? null)
      if (answer.status === 200) known = answer
      await (isLater(answer) ? later(answer) : think())
    }
    const start = known && someOf(startsIn(known))
    if (start) return this.#book(citizen, address, start)
    this.#figures.without += 1
    return false
  }

  async #book(citizen: number, address: string, wished: string): Promise<boolean> {
    const holder = `citizen-of-the-rush-${citizen}`
    const body = { services: [{ id: SERVICE, persons: 1 }], holder }
    let start = wished
    for (let tries = 0; tries < TRIES; tries += 1) {
      const due = await this.#pace.turn()
      if (this.#over) return false
      const headers = { 'x-forwarded-for': address, 'idempotency-key': randomUUID() }
      const ask = { method: 'POST', path: '/api/v1/holds', headers, body: { ...body, start } } as const
      const answer = await this.#ask('citizens', 'hold', ask, due)
      if (answer.status === 201) return this.#confirm(address, this.#took(answer))
      if (isLater(answer)) await later(answer)
      else {
        const others = instead.parse(bodyOf(answer)).offers
        const other = someOf(others.map((one) => one.start))
        if (!other) break
        start = other
        await think()
      }
    }
    this.#figures.without += 1
    return false
  }

  async #confirm(address: string, { id, secret }: HoldView): Promise<boolean> {
    await think()
    for (let tries = 0; tries < CONFIRM_TRIES; tries += 1) {
      const due = await this.#pace.turn()
      const answer = await this.#ask('citizens', 'confirm', confirmation(address, id, secret), due)
      if (!isLater(answer)) return this.#acknowledge('citizens', answer)
      await later(answer)
    }
    this.#figures.errors.push(`a citizen was not let in ${CONFIRM_TRIES} times to confirm`)
    return false
  }

  /** Takes what it can get as fast as it is answered. */
  async #machine(which: number): Promise<void> {
    const address = `203.0.113.${which + 1}`
    let known: string[] = []
    let readAt = -Infinity
    while (!this.#over) {
      if (known.length === 0 || performance.now() - readAt > BELIEVES_MS) {
        const answer = await this.#read('bots', address, performance.now(), null)
        known = answer.status === 200 ? startsIn(answer) : []
        readAt = performance.now()
      }
      const start = someOf(known)
      const got = start !== null && (await this.#grab(address, start, which % 2 === 1))
      if (!got) await sleep(REFUSED_MS)
    }
  }

  /** @returns whether it was worth it */
  async #grab(address: string, start: string, confirms: boolean): Promise<boolean> {
    const body = { services: [{ id: SERVICE, persons: 1 }], start }
    const headers = { 'x-forwarded-for': address }
    const ask = { method: 'POST', path: '/api/v1/holds', headers, body } as const
    const held = await this.#ask('bots', 'hold', ask, performance.now())
    if (held.status !== 201) return false
    const { id, secret } = this.#took(held)
    if (!confirms) this.#figures.kept += 1
    else {
      const answer = await this.#ask('bots', 'confirm', confirmation(address, id, secret), performance.now())
      if (!isLater(answer)) this.#acknowledge('bots', answer)
      else this.#figures.kept += 1
    }
    return true
  }

  #read(side: Side, address: string, due: number, etag: string | null): Promise<Answer> {
    const { from, to } = this.#plan
    const path = `/api/v1/availability?service=${SERVICE}&from=${from}&to=${to}`
    const headers = { 'x-forwarded-for': address, ...(etag && { 'if-none-match': etag }) }
    return this.#ask(side, 'read', { method: 'GET', path, headers }, due)
  }

  async #ask(side: Side, kind: Kind, ask: Ask, due: number): Promise<Answer> {
    const client = this.#clients[this.#asked++ % this.#clients.length]
    if (!client) throw new Error('nobody to ask')
    const answer = await client.ask(ask)
    this.#figures.times[side][kind].push(performance.now() - due)
    noteAnswer(this.#figures, side, kind, answer)
    return answer
  }

  #took(answer: Answer): HoldView {
    this.#taken += 1
    if (this.#taken === this.#plan.places) this.#figures.soldOutAfter = performance.now() - this.#begun
    return holdView.parse(bodyOf(answer))
  }

  #acknowledge(side: Side, answer: Answer): boolean {
    if (answer.status !== 201) return false
    const { reference, start } = confirmedView.parse(bodyOf(answer))
    this.#figures.booked[side].set(reference, start)
    return true
  }
}

const confirmation = (address: string, id: string, secret: string): Ask => ({
  method: 'POST',
  path: `/api/v1/holds/${id}/confirm`,
  headers: { 'x-forwarded-for': address },
  body: { secret, contact: CONTACT },
})

const bodyOf = ({ body }: Answer): unknown => JSON.parse(body.toString())

const startsIn = (answer: Answer): string[] =>
  availabilityView
    .parse(bodyOf(answer))
    .days.flatMap(({ date, times }) => times.map((time) => instantAt(date, time)))

const someOf = <T>(values: readonly T[]): T | null =>
  values.length === 0 ? null : (values[randomInt(values.length)] ?? null)

const isLater = ({ status }: Answer): boolean => status === 429 || status === 503

const later = ({ retryAfter }: Answer): Promise<void> => sleep((retryAfter ?? LATER_S) * 1000)

const think = (): Promise<void> => sleep(THINKS_MS[0] + Math.random() * (THINKS_MS[1] - THINKS_MS[0]))

/** Most have an address of their own; every fourth shares one of a hundred addresses of a mobile network. */
function addressOfCitizen(citizen: number): string {
  if (citizen % 4 === 0) return `100.64.0.${1 + ((citizen / 4) % 100)}`
  const spread = (citizen * 2_654_435_761) % 2 ** 32
  return `${20 + (spread >>> 26)}.${(spread >>> 16) & 255}.${(spread >>> 8) & 255}.${1 + (citizen % 250)}`
}
