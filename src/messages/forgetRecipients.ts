import type { Platform } from '../platform/context.ts'
import * as store from './store.ts'

const DAY_MS = 86_400_000
/** So long somebody may ask where a message went. */
export const RECIPIENT_KEPT_DAYS = 14
/** What waits longer was meant for a channel that is gone. */
const WAITS_AT_MOST_DAYS = 3

/** Removes the addresses of messages that ended 14 days ago, of all cities. @returns of how many */
export async function forgetRecipients({ db, clock }: Platform): Promise<number> {
  const now = clock.now()
  const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS)
  await store.dropStale(db, ago(WAITS_AT_MOST_DAYS), now)
  return store.forgetRecipients(db, ago(RECIPIENT_KEPT_DAYS))
}
