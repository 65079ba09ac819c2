import type { Delivery, FailureCause } from './model.ts'

const MINUTE_MS = 60_000
/** Minutes from one try to the next; the last one counts for all further. The first wait outlasts a greylist's shortest. */
const WAITS = [1, 5, 10, 20, 40, 60]
/** Longer nobody waits for news of an appointment. */
export const GIVE_UP_MS = 24 * 60 * MINUTE_MS
/** So that what failed together is not tried together. */
const SPREAD = 0.2

export type AfterTry =
  | { readonly state: 'sent' }
  | { readonly state: 'queued'; readonly nextTryAt: Date }
  | { readonly state: 'failed'; readonly because: FailureCause }

interface Tried {
  /** Tries until now, this one counted. */
  readonly attempts: number
  readonly createdAt: Date
  /** From when nobody needs it any more; null: it keeps its worth. */
  readonly uselessFrom: Date | null
}

/**
 * What follows from a try: done, another try, or the end.
 * @param random from 0 to 1
 */
export function afterTry(message: Tried, delivery: Delivery, now: Date, random: number): AfterTry {
  if (delivery.ok) return { state: 'sent' }
  if (delivery.forGood) return { state: 'failed', because: 'rejected' }
  const wait = (WAITS[Math.min(message.attempts, WAITS.length) - 1] ?? WAITS[0] ?? 1) * MINUTE_MS
  const nextTryAt = new Date(now.getTime() + Math.round(wait * (1 + SPREAD * random)))
  const last = Math.min(
    message.createdAt.getTime() + GIVE_UP_MS,
    message.uselessFrom?.getTime() ?? Number.POSITIVE_INFINITY,
  )
  return nextTryAt.getTime() < last ? { state: 'queued', nextTryAt } : { state: 'failed', because: 'gave-up' }
}
