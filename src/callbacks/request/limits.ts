/**
 * Requests for one telephone number in a day, by everybody on the web and by the interface together: enough for somebody
 * who cancels and changes their mind, too few to bother a person whose number a stranger types.
 */
export const MOST_A_DAY = 3
export const DAY_MS = 86_400_000
/** Longer than a day, for the limit; nothing else is done with them. */
export const KEPT_MS = 2 * DAY_MS
