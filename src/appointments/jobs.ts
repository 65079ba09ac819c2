import type { Platform } from '../platform/context.ts'
import { expireHolds } from './expireHolds.ts'
import { forgetContacts } from './forgetContacts.ts'
import { nextExpiry } from './store.ts'

/** A hold lasts longer than this, so one that is made while the clock sleeps is seen before it ends. */
const LOOK_EVERY_MS = 15_000
const FORGET_EVERY_MS = 3_600_000

/**
 * Frees holds when their time is over: those that ended while nobody ran at once, the others to the second.
 * Any number of processes may do so. @returns how to stop it; resolves when the running sweep is over
 */
export function startHoldClock(platform: Platform): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const sweep = async (): Promise<void> => {
    let wait = LOOK_EVERY_MS
    try {
      await expireHolds(platform)
      const next = await nextExpiry(platform.db)
      // Not at once again: a hold that could not be freed must not keep the process busy.
      if (next) wait = Math.min(Math.max(next.getTime() - platform.clock.now().getTime(), 250), LOOK_EVERY_MS)
    } catch (error) {
      platform.log.error({ err: error }, 'holds could not be freed')
    }
    if (!stopped) timer = setTimeout(begin, wait)
  }
  let running = Promise.resolve()
  const begin = (): void => {
    running = sweep()
  }
  begin()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

/** Removes names and addresses that are no longer needed, now and every hour. @returns how to stop it */
export function startForgetting(platform: Platform): () => Promise<void> {
  const forget = async (): Promise<void> => {
    try {
      await forgetContacts(platform)
    } catch (error) {
      platform.log.error({ err: error }, 'contacts of appointments could not be removed')
    }
  }
  let running = forget()
  const timer = setInterval(() => {
    running = forget()
  }, FORGET_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}
