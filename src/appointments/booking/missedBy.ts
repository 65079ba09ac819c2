import type { Context } from '../../platform/context.ts'
import type { Appointment } from '../appointment.ts'
import type { Demand } from '../model.ts'
import { officeFor } from '../settings/offices.ts'
import type { Missed } from '../offers/offersFor.ts'
import * as store from '../store.ts'

/** What an appointment needs, as it was when it was made. */
export const demandOfAppointment = ({ services, devices, start, end }: Appointment): Demand => ({
  serviceIds: [...new Set(services.map(({ id }) => id))].toSorted(),
  devices,
  minutes: (end - start) / 60_000,
})

/** The wish behind an appointment that is over or cannot move, for offering other times. */
export async function missedBy(ctx: Context, id: string, start?: number): Promise<Missed> {
  const found = await store.findAppointment(ctx.db, ctx.cityId, { id })
  if (!found) throw new Error(`appointment ${id} is gone`)
  const { office } = await officeFor(ctx, ctx.cityId, found.officeId)
  return { office, demand: demandOfAppointment(found), start: start ?? found.start }
}
