import { inTransaction, type Platform } from '../../platform/context.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import * as store from './rosterStore.ts'

/** So long somebody may still look up who was there. */
export const ENDED_KEPT_DAYS = 30
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Removes what ended more than 30 days ago: when somebody worked or was away is nobody's business then. */
export async function forgetEnded(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - ENDED_KEPT_DAYS * DAY_MS)
  await inTransaction(platform, (tx) => store.deleteEndedBefore(tx, before.toISOString().slice(0, 10)))
}

/** @returns how to stop it */
export const startForgettingRosters = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, HOUR_MS, 'forgetting rosters', () => forgetEnded(platform))
