import { connectedChannels } from '../../messages/index.ts'
import { asSystem, inTransaction, type Platform } from '../../platform/context.ts'
import { findAppointment } from '../store.ts'
import { isReminderDue } from './reminderRule.ts'
import { reminderKey, toRemind } from './reminderStore.ts'
import { tell } from './tell.ts'

/** Reminds everybody whose appointment is near, of all cities; each once, whoever else does so. */
export async function remind(platform: Platform): Promise<void> {
  if (connectedChannels(platform).length === 0) return
  const now = platform.clock.now()
  for (const one of await toRemind(platform.db, now)) {
    if (!isReminderDue(one, one.days, one.timeZone, now.getTime())) continue
    await inTransaction(platform, async (tx) => {
      const found = await findAppointment(tx, one.cityId, { id: one.id })
      if (found?.state !== 'booked' || found.start !== one.start) return
      await tell(tx, asSystem(platform, one.cityId), 'reminder', found, reminderKey(one.id, one.start))
    })
  }
}
