import type { Platform } from '../platform/context.ts'
import { repeat } from '../platform/jobs/repeat.ts'
import * as store from './store.ts'

/** So long somebody may still be told something of a case that is over. */
export const EMAIL_KEPT_DAYS = 30
const DAY_MS = 86_400_000
const EVERY_MS = 3_600_000

/** Removes the e-mail addresses of cases that were closed 30 days ago or earlier, of all cities. @returns of how many */
export function forgetEmails({ db, clock }: Platform): Promise<number> {
  return store.forgetEmails(db, new Date(clock.now().getTime() - EMAIL_KEPT_DAYS * DAY_MS))
}

/** Does so now and every hour. @returns how to stop it */
export const startForgettingEmails = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, EVERY_MS, 'removal of e-mail addresses', () => forgetEmails(platform))
