import { inTransaction, type Platform } from '../../../platform/context.ts'
import { repeat } from '../../../platform/jobs/repeat.ts'
import { stoodSince } from '../../objectRule.ts'
import { deleteOver } from './followerStore.ts'

const EVERY_MS = 3_600_000
/** So long a mail waits for its button. */
const UNCONFIRMED_MS = 48 * EVERY_MS

/**
 * Deletes addresses that follow nothing any more, in all cities: 30 days after the report ended, when it is hidden, and two days after
 * nobody confirmed. @returns how many
 */
export function forgetFollowers(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  const over = { endedBefore: stoodSince(now), askedBefore: new Date(now.getTime() - UNCONFIRMED_MS) }
  return inTransaction(platform, (tx) => deleteOver(tx, over))
}

/** Does so now and every hour. @returns how to stop it */
export const startForgettingFollowers = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, EVERY_MS, 'removal of followers', () => forgetFollowers(platform))
