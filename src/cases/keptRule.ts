const DAY_MS = 86_400_000
/** So long somebody may still be told or asked something of a case that is over. */
export const KEPT_DAYS = 30

/** When a closed case loses its e-mail address and its files. */
export const keptUntil = (closedAt: Date): Date => new Date(closedAt.getTime() + KEPT_DAYS * DAY_MS)

/** Cases closed then or earlier have lost them at `now`. */
export const closedBefore = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY_MS)
