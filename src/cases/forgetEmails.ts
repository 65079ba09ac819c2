import type { Platform } from '../platform/context.ts'
import { repeat } from '../platform/jobs/repeat.ts'
import { closedBefore } from './keptRule.ts'
import * as store from './store.ts'

const EVERY_MS = 3_600_000

/** Removes the e-mail addresses of cases that were closed 30 days ago or earlier, of all cities. @returns of how many */
export function forgetEmails({ db, clock }: Platform): Promise<number> {
  return store.forgetEmails(db, closedBefore(clock.now()))
}

/** Does so now and every hour. @returns how to stop it */
export const startForgettingEmails = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, EVERY_MS, 'removal of e-mail addresses', () => forgetEmails(platform))
