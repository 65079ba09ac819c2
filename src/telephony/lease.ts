import type { Platform } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import * as store from './store.ts'

const LEASE_SECONDS = 10
const RENEW_MS = 3_000

export interface Lease {
  isHeld(): boolean
  /** Gives it back at once, so that the next process need not wait. */
  stop(): Promise<void>
}

/**
 * Holds the named lease whenever nobody else does. Who holds it has renewed it within ten seconds by the database's
 * clock; a process that cannot renew it stops before another one may begin.
 */
export function keepLease(
  { db, log }: Platform,
  name: string,
  on: { gained(): Promise<void>; lost(): Promise<void> },
): Lease {
  const holder = newId()
  let held = false
  let stopped = false
  let renewedAt = 0
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  async function renew(): Promise<void> {
    const askedAt = performance.now()
    const got = await store.takeLease(db, name, holder, LEASE_SECONDS).catch((error: unknown) => {
      log.warn({ err: String(error), name }, 'lease not renewed')
      // Still ours until it runs out, one round early for safety.
      return held && performance.now() - renewedAt < LEASE_SECONDS * 1000 - RENEW_MS ? null : false
    })
    if (got === true) renewedAt = askedAt
    const holds = got ?? held
    if (holds === held) return
    log.info({ name }, holds ? 'lease gained' : 'lease lost')
    // Held only when all that comes with it has worked; else the next round tries again.
    if (holds) await on.gained()
    held = holds
    if (!holds) await on.lost()
  }

  function next(): void {
    round = renew()
      .catch((error: unknown) => log.error({ err: error, name }, 'change of the lease failed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(next, RENEW_MS)
      })
  }

  next()
  return {
    isHeld: () => held,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
      if (held) await on.lost()
      await store.dropLease(db, name, holder)
    },
  }
}
