import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, type StaffContext } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import { findAppointment } from '../store.ts'
import { channelOf } from './hands.ts'
import { newPhoneKey } from './phoneKey.ts'

/**
 * A new telephone key for somebody who has lost theirs; the one before is good no more.
 * @returns eight digits @throws Problem 409 for an appointment that is over, 403
 */
export async function renewPhoneKey(ctx: StaffContext, id: string): Promise<string> {
  channelOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const found = await findAppointment(tx, ctx.cityId, { id })
    if (found?.state !== 'booked') throw conflict('over', 'Dieser Termin ist nicht mehr gebucht.')
    await recordDeed(tx, ctx, 'appointment.phone-key-issued', { kind: 'appointment', id }, null)
    return newPhoneKey(tx, ctx.cityId, id)
  })
}
