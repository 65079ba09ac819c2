import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Appointment } from '../appointment.ts'
import * as days from '../dayStore.ts'
import * as store from '../store.ts'

/** An appointment and its day, and a further day, locked in the order that everybody keeps. */
export async function lockWithDay(
  tx: Tx,
  ctx: Context,
  id: string,
  further: { officeId: string; date: string } | null = null,
): Promise<Appointment> {
  const { cityId } = ctx
  const found = await store.findAppointment(tx, cityId, { id })
  if (!found) throw new Error(`appointment ${id} is gone`)
  const wanted = further ? [found, further] : [found]
  await days.lockDays(
    tx,
    wanted.map(({ officeId, date }) => ({ cityId, officeId, date })),
  )
  const now = await store.lockAppointment(tx, cityId, id)
  if (!now) throw new Error(`appointment ${id} is gone`)
  // Somebody moved it in between, and its present day is not locked.
  if (now.date !== found.date || now.officeId !== found.officeId) throw new MovedMeanwhile()
  return now
}

/** The transaction has to begin again. */
export class MovedMeanwhile extends Error {}
