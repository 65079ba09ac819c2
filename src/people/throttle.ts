import { createHash } from 'node:crypto'
import { inTransaction, type Platform } from '../platform/context.ts'
import { Problem } from '../platform/problems.ts'
import { countFailure, delayAfter, FORGET_MS } from './delayRule.ts'
import * as store from './store.ts'

/**
 * Lets somebody try a secret once and makes guessing slow, from any process. The try is counted as a failure
 * before it is checked, so that a hundred at the same moment are a hundred failures; `succeeded` takes all back.
 * @param purpose what is tried, e.g. 'sign-in' @param parts who tries; stored only as a hash
 * @throws Problem 429 with the seconds to wait
 */
export async function tryOnce(
  platform: Platform,
  purpose: string,
  parts: readonly string[],
): Promise<{ succeeded(): Promise<void> }> {
  const hash = createHash('sha256').update(parts.join('\n')).digest('base64url')
  const key = `${purpose}:${hash}`
  const now = platform.clock.now()
  const waitMs = await inTransaction(platform, async (tx) => {
    const before = await store.lockThrottle(tx, key, now)
    if (before.blockedUntil > now) return before.blockedUntil.getTime() - now.getTime()
    const count = countFailure(before.failures === 0 ? null : { count: before.failures, at: before.at }, now)
    const blockedUntil = new Date(now.getTime() + delayAfter(count))
    await store.writeThrottle(tx, key, { failures: count, blocked_until: blockedUntil, updated_at: now })
    return 0
  })
  if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000))
  return {
    async succeeded() {
      await store.clearThrottle(platform.db, key, new Date(now.getTime() - FORGET_MS))
    },
  }
}

const tooMany = (seconds: number): Problem =>
  new Problem(
    429,
    'too-many-tries',
    `Zu viele Fehlversuche. Bitte in ${seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`} noch einmal versuchen.`,
  )
