/** Shorter conversations are none: nobody says what they want in this time. */
export const SHORTEST_TALK_MS = 10_000

/** An earlier call of the same number, or of anybody without one. */
export interface EarlierArrival {
  offeredAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  blocked: boolean
}

/**
 * Whether a new call is one too many: as many as are let through within the minutes came to nothing (nobody answered, or
 * a few seconds of talk) or still wait. Calls that were blocked do not count, so the rule ends by itself and lets that
 * many through in every such span, however often somebody dials.
 * @param limit how many get through
 * @param now the new call's first INVITE
 */
export function isFlood(
  earlier: readonly EarlierArrival[],
  { limit, minutes }: { limit: number; minutes: number },
  now: Date,
): boolean {
  const since = now.getTime() - minutes * 60_000
  const empty = earlier.filter(
    (call) => !call.blocked && call.offeredAt.getTime() > since && cameToNothing(call),
  )
  return empty.length >= limit
}

/** What the administrator sets; calls that get through in so many minutes. */
export interface FloodLimits {
  minutes: number
  calls: number
  anonymousCalls: number
}

/** Of anonymous callers nobody knows who is who: they share one, larger limit. */
export const limitFor = (limits: FloodLimits, isAnonymous: boolean): { limit: number; minutes: number } => ({
  limit: isAnonymous ? limits.anonymousCalls : limits.calls,
  minutes: limits.minutes,
})

function cameToNothing({ answeredAt, endedAt }: EarlierArrival): boolean {
  if (answeredAt === null) return true
  return endedAt !== null && endedAt.getTime() - answeredAt.getTime() < SHORTEST_TALK_MS
}
