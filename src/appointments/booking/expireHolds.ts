import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import * as days from '../dayStore.ts'
import { endDueHolds } from './endDueHolds.ts'
import * as store from '../store.ts'

/** Frees every hold whose time is over, of all cities; harmless when another process was faster. @returns how many */
export async function expireHolds(platform: Platform): Promise<number> {
  let expired = 0
  for (const day of await store.daysWithDueHolds(platform.db, platform.clock.now())) {
    try {
      expired += await inTransaction(platform, async (tx) => {
        await days.lockDay(tx, day)
        return endDueHolds(tx, asSystem(platform, day.cityId), day)
      })
    } catch (error) {
      // One day that cannot be swept must not keep the others.
      platform.log.error({ err: error, office: day.officeId, date: day.date }, 'holds could not be freed')
    }
  }
  return expired
}
