import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import type { Appointment } from '../appointment.ts'
import { knownCity } from '../settings/offices.ts'
import { insertKept } from './keptStore.ts'
import { activePlans } from './planStore.ts'
import { keptUntil } from './poolRule.ts'

/**
 * Keeps the time that an appointment gives back until the office gives such times out, where it does so; to be called
 * while the appointment still stands there, in a transaction that holds its day's lock.
 */
export async function keepBack(tx: Tx, ctx: Context, given: Appointment): Promise<void> {
  if (given.needsAttention) return
  const plans = await activePlans(tx, ctx.cityId, given.officeId)
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const now = ctx.clock.now().getTime()
  const until = keptUntil(plans, given, now, timeZone)
  if (until === null) return
  const { cityId } = ctx
  await insertKept(tx, { cityId, appointmentId: given.id, id: newId(now), until: new Date(until) })
}
