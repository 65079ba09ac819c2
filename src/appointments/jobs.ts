import type { Platform } from '../platform/context.ts'
import { repeat } from '../platform/jobs/repeat.ts'
import { expireHolds } from './booking/expireHolds.ts'
import { forgetContacts } from './booking/forgetContacts.ts'
import { settleClosures } from './booking/settleDay.ts'
import { remind } from './notices/remind.ts'
import { nextExpiry } from './store.ts'

/** A hold lasts longer than this, so one that is made while the clock sleeps is seen before it ends. */
const LOOK_EVERY_MS = 15_000
const FORGET_EVERY_MS = 3_600_000
const SETTLE_EVERY_MS = 60_000
const REMIND_EVERY_MS = 300_000

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
      if (next) wait = Math.min(untilDue(next, platform.clock.now()), LOOK_EVERY_MS)
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

/** Timers may be a little early; and a hold that could not be freed must not keep the process busy. */
function untilDue(next: Date, now: Date): number {
  const left = next.getTime() - now.getTime()
  return left > 0 ? left + 2 : 250
}

/** Removes names and addresses that are no longer needed, now and every hour. @returns how to stop it */
export const startForgetting = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, FORGET_EVERY_MS, 'removal of contacts', () => forgetContacts(platform))

/** Looks after appointments on closed days, now and every minute. @returns how to stop it */
export const startSettling = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, SETTLE_EVERY_MS, 'settling of closed days', () => settleClosures(platform))

/** Reminds people of their appointments, now and every five minutes. @returns how to stop it */
export const startReminding = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, REMIND_EVERY_MS, 'reminders', () => remind(platform))
