import { requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import { cancelAppointment } from '../booking/cancelAppointment.ts'
import { missedBy } from '../booking/missedBy.ts'
import { offersFor } from '../offers/offersFor.ts'
import { findAppointment } from '../store.ts'
import { DAY_STAFF } from './hands.ts'

/** The free times nearest to an appointment, for whoever calls the citizen. @throws Problem 404, 403 */
export async function nearTimesOf(ctx: StaffContext, id: string): Promise<{ times: string[] }> {
  requireRole(ctx, ...DAY_STAFF)
  const found = await findAppointment(ctx.db, ctx.cityId, { id })
  if (!found?.reference) throw notFound('Diesen Termin')
  const offers = await offersFor(ctx, await missedBy(ctx, id))
  return { times: offers.map(({ start }) => start) }
}

/** The citizen needs the appointment no more. @throws Problem 409, 404, 403 */
export async function cancelByPhone(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, ...DAY_STAFF)
  const found = await findAppointment(ctx.db, ctx.cityId, { id })
  if (!found?.reference) throw notFound('Diesen Termin')
  await cancelAppointment(ctx, found.reference, null)
}
