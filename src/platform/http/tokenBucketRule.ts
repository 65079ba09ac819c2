/** How much may come: `burst` at once, and `perSecond` for as long as it lasts. */
export interface BucketRule {
  readonly burst: number
  readonly perSecond: number
}

/**
 * Takes one from a bucket (the generic cell rate algorithm: a token bucket kept as one number).
 * @param fullAt when the bucket will be full again, in milliseconds; any past instant for a full one
 * @returns the bucket after it, and how long to wait: 0 when one was taken, else nothing was
 */
export function take(fullAt: number, rule: BucketRule, now: number): { fullAt: number; waitMs: number } {
  const eachMs = 1000 / rule.perSecond
  const after = Math.max(fullAt, now) + eachMs
  // Whole microseconds: sums of fractions are a little off.
  const waitMs = Math.round((after - now - rule.burst * eachMs) * 1000) / 1000
  return waitMs > 0 ? { fullAt, waitMs } : { fullAt: after, waitMs: 0 }
}
