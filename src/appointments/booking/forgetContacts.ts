import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { emitAppointment } from '../events.ts'
import { forgetKept } from '../release/keptStore.ts'
import { removeKeys } from '../notices/keyStore.ts'
import * as store from '../store.ts'

/** So long somebody may still ask about an appointment that is over. */
export const CONTACT_KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Removes names and addresses of appointments that ended 30 days ago or earlier, of all cities. @returns of how many */
export async function forgetContacts(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  const before = new Date(now.getTime() - CONTACT_KEPT_DAYS * DAY_MS)
  return inTransaction(platform, async (tx) => {
    await forgetKept(tx, before)
    const forgotten = await store.forgetContacts(tx, before, now)
    await removeKeys(tx, now)
    for (const { cityId, id } of forgotten)
      await emitAppointment(tx, asSystem(platform, cityId), 'appointment.forgotten', { id, at: now }, {})
    return forgotten.length
  })
}
