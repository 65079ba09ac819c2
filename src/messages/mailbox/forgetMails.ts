import type { Platform } from '../../platform/context.ts'
import * as store from './store.ts'

const DAY_MS = 86_400_000
/** So long somebody may ask what exactly came. */
export const RAW_KEPT_DAYS = 7
/** What was written stays as long as its case is worked, and so long after; without a case so long after it was handled. */
export const WORDS_KEPT_DAYS = 30

/** Removes what mails said once nobody needs it, of all cities. What waits for a person is kept. @returns of how many */
export async function forgetMails({ db, clock }: Platform): Promise<number> {
  const ago = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS)
  await store.forgetRaw(db, ago(RAW_KEPT_DAYS))
  return store.forgetWords(db, ago(WORDS_KEPT_DAYS))
}
