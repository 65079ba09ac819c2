import type { Db } from '../platform/db/connect.ts'
import type { Platform } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import * as store from './store.ts'

const LEASE_MS = 4_000
const RENEW_MS = 1_000
/** Whoever waits for it asks more often, so that little is added to the time it takes to run out. */
const ASK_MS = 400
/** The holder stops this long before another may begin. */
const SAFETY_MS = 500

export interface Lease {
  /** All that comes with the lease has worked, and it has not run out. */
  isHeld(): boolean
  /** Ours at this very moment, by the time of the last renewal: also while taking over is still at work. */
  isOurs(): boolean
  /** Gives it back at once, so that the next process need not wait. */
  stop(): Promise<void>
}

export interface LeaseChanges {
  /** @param isOurs false as soon as the lease is lost while this is still at work */
  gained(isOurs: () => boolean): Promise<void>
  /** Everything that another process could contradict must have stopped when this returns its promise. */
  lost(): Promise<void>
}

/**
 * Holds the named lease whenever nobody else does. It runs out four seconds after its last renewal by the database's
 * clock; the holder counts from before it asked, by its own monotonic clock, and stops half a second earlier. So no
 * two clocks are ever compared, and a process that cannot renew has stopped before another begins.
 */
export function keepLease(platform: Platform, name: string, changes: LeaseChanges): Lease {
  const keeper = new Keeper(platform, name, changes)
  keeper.start()
  return keeper
}

class Keeper implements Lease {
  readonly #platform: Platform
  readonly #name: string
  readonly #changes: LeaseChanges
  readonly #holder = newId()
  #state: 'none' | 'beginning' | 'held' = 'none'
  #until = 0
  /** Counts how often it was gained: what an earlier turn began must not end in a later one. */
  #turn = 0
  #stopped = false
  #running: Promise<void> = Promise.resolve()
  #changing: Promise<void> = Promise.resolve()
  #wake: () => void = () => undefined
  #end: NodeJS.Timeout | undefined

  constructor(platform: Platform, name: string, changes: LeaseChanges) {
    this.#platform = platform
    this.#name = name
    this.#changes = changes
  }

  start(): void {
    this.#running = this.#run()
  }

  isOurs(): boolean {
    return this.#state !== 'none' && performance.now() < this.#until
  }

  isHeld(): boolean {
    return this.#state === 'held' && this.isOurs()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await this.#running
    this.#lose()
    await this.#changing
    await store.dropLease(this.#platform.db, this.#name, this.#holder)
  }

  /** On a connection of its own: requests that wait for one must not cost the telephone. */
  async #run(): Promise<void> {
    const { db, log } = this.#platform
    while (!this.#stopped) {
      try {
        await db.connection().execute((own) => this.#rounds(own))
      } catch (error) {
        log.warn({ err: String(error), name: this.#name }, 'lease not renewed')
        await this.#pause(ASK_MS)
      }
    }
  }

  async #rounds(own: Db): Promise<void> {
    while (!this.#stopped) {
      await this.#renew(own)
      await this.#pause(this.#state === 'none' ? ASK_MS : RENEW_MS)
    }
  }

  async #renew(own: Db): Promise<void> {
    const until = performance.now() + LEASE_MS - SAFETY_MS
    const got = await store.takeLease(own, this.#name, this.#holder, LEASE_MS / 1000)
    const left = until - performance.now()
    if (!got || left <= 0) return this.#lose()
    this.#until = until
    clearTimeout(this.#end)
    this.#end = setTimeout(() => this.#lose(), left)
    if (this.#state === 'none') this.#begin()
  }

  #begin(): void {
    const { log } = this.#platform
    const turn = ++this.#turn
    const isOurs = (): boolean => this.#turn === turn && this.isOurs()
    this.#state = 'beginning'
    log.info({ name: this.#name }, 'lease gained')
    this.#changing = this.#takeOver(this.#changing, isOurs)
  }

  async #takeOver(before: Promise<void>, isOurs: () => boolean): Promise<void> {
    await before
    try {
      if (isOurs()) await this.#changes.gained(isOurs)
      if (isOurs()) this.#state = 'held'
    } catch (error) {
      this.#platform.log.error({ err: error, name: this.#name }, 'taking over failed')
      if (isOurs()) this.#lose()
    }
  }

  /** At once, whatever else is at work. */
  #lose(): void {
    if (this.#state === 'none') return
    const { log } = this.#platform
    this.#state = 'none'
    clearTimeout(this.#end)
    log.info({ name: this.#name }, 'lease lost')
    const lost = this.#changes
      .lost()
      .catch((error: unknown) => log.error({ err: error, name: this.#name }, 'stopping failed'))
    this.#changing = Promise.all([this.#changing, lost]).then(() => undefined)
  }

  #pause(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
