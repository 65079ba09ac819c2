import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { placeOf } from '../appointment.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import * as store from '../store.ts'

/** Ends the holds of a locked day whose time is over. @returns how many */
export async function endDueHolds(tx: Tx, ctx: Context, day: days.DayKey): Promise<number> {
  const now = ctx.clock.now()
  const due = await store.expireDue(tx, day, now)
  if (due.length === 0) return 0
  await days.dropUnits(
    tx,
    day.cityId,
    due.map(({ id }) => id),
  )
  for (const hold of due)
    await emitAppointment(
      tx,
      ctx,
      'appointment.hold-expired',
      { id: hold.id, caseId: hold.caseId, at: now },
      placeOf(hold),
    )
  await days.bumpDay(tx, day)
  return due.length
}
