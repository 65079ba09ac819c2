import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { type Appointment, placeOf } from '../appointment.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import * as store from '../store.ts'

/** Gives back the hold that a new one takes the place of; the transaction holds its day's lock. */
export async function releaseOther(tx: Tx, ctx: Context, id: string): Promise<void> {
  const other = await store.lockAppointment(tx, ctx.cityId, id)
  if (other?.state === 'held') await giveBack(tx, ctx, other, 'other-hold')
}

/** Gives back a hold in the transaction that holds its day's lock. */
export async function giveBack(
  tx: Tx,
  ctx: Context,
  hold: Appointment,
  because: 'released' | 'other-hold' | 'shift-changed',
): Promise<void> {
  const now = ctx.clock.now()
  const ended = { state: 'cancelled', ended_at: now, holder: null, needs_attention: false } as const
  await store.updateAppointment(tx, ctx.cityId, hold.id, ended)
  await days.dropUnits(tx, ctx.cityId, [hold.id])
  const subject = { id: hold.id, caseId: hold.caseId, at: now }
  await emitAppointment(tx, ctx, 'appointment.hold-released', subject, { ...placeOf(hold), because })
  await days.bumpDay(tx, { cityId: ctx.cityId, officeId: hold.officeId, date: hold.date })
}
