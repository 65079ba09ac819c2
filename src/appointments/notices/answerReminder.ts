import { type Context, inTransaction } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import { cancelBooked } from '../booking/cancelAppointment.ts'
import { type OwnAppointment, present } from '../booking/readOwn.ts'
import { hashOfTyped } from '../../platform/secret.ts'
import { emitAppointment } from '../events.ts'
import { findAppointment } from '../store.ts'
import { noteKept, reminderOf } from './reminderStore.ts'

/** The appointment that a reminder's link is of; null for no such link. */
export async function readReminded(ctx: Context, link: string): Promise<OwnAppointment | null> {
  const id = await reminderOf(ctx.db, ctx.cityId, hashOfTyped(link))
  const found = id && (await findAppointment(ctx.db, ctx.cityId, { id }))
  return found ? present(ctx, found) : null
}

/**
 * What somebody answers to a reminder: they come, or somebody else may have the time.
 * @returns null for no such link @throws Problem 409 `over` when it has begun or is no longer booked
 */
export async function answerReminder(
  ctx: Context,
  link: string,
  answer: 'keep' | 'release',
): Promise<'kept' | 'released' | null> {
  const id = await reminderOf(ctx.db, ctx.cityId, hashOfTyped(link))
  if (id === null) return null
  if (answer === 'release') {
    await cancelBooked(ctx, id)
    return 'released'
  }
  await inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now()
    if (!(await noteKept(tx, ctx.cityId, id, now)))
      throw conflict('over', 'Dieser Termin ist vorbei oder abgesagt.')
    await emitAppointment(tx, ctx, 'appointment.kept', { id, at: now }, {})
  })
  return 'kept'
}
