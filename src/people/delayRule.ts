const FREE_FAILURES = 4
const FIRST_DELAY_S = 5
const LONGEST_DELAY_S = 15 * 60
/** Failures older than this are forgotten: nobody is locked out for ever. */
export const FORGET_MS = 3_600_000

export interface Failures {
  count: number
  at: Date
}

/** The failures that still count, with the one that happens `now`. */
export function countFailure(before: Failures | null, now: Date): number {
  if (!before || now.getTime() - before.at.getTime() > FORGET_MS) return 1
  return before.count + 1
}

/** How long nobody may try again after so many failures: four are free, then 5 s, 10 s, 20 s … 15 min. */
export function delayAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0
  return Math.min(FIRST_DELAY_S * 2 ** (failures - FREE_FAILURES - 1), LONGEST_DELAY_S) * 1000
}
