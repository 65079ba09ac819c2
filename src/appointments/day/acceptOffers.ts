import { requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict, Problem } from '../../platform/problems.ts'
import { placeOf } from '../appointment.ts'
import { moveTo } from '../booking/moveAppointment.ts'
import { inBooking } from '../booking/tryAgain.ts'
import { dateAt } from '../dates.ts'
import { emitAppointment } from '../events.ts'
import { knownCity } from '../settings/offices.ts'
import { findAppointment } from '../store.ts'
import type { Accepted } from './contract.ts'
import { DAY_STAFF } from './hands.ts'

export interface Offered {
  id: string
  /** Epoch ms. */
  start: number
}

/**
 * Moves appointments without a place to their new times, one transaction each, in the order given: what is refused keeps
 * what it had and stays on the list, and the others are moved all the same. Who had the place before keeps nobody waiting.
 */
export async function acceptOffers(ctx: StaffContext, offers: readonly Offered[]): Promise<Accepted> {
  requireRole(ctx, ...DAY_STAFF)
  const refused: Accepted['refused'] = []
  for (const offer of offers) {
    try {
      await acceptOne(ctx, offer)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ id: offer.id, message: error.message })
    }
  }
  return { moved: offers.length - refused.length, refused }
}

async function acceptOne(ctx: StaffContext, { id, start }: Offered): Promise<void> {
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  await inBooking(ctx, async (tx) => {
    const old = await findAppointment(tx, ctx.cityId, { id })
    if (!old?.reference) throw conflict('settled', 'Diesen Termin gibt es nicht mehr.')
    // The same click twice.
    if (old.state === 'booked' && !old.needsAttention && old.start === start) return
    if (old.state !== 'booked' || !old.needsAttention)
      throw conflict('settled', 'Dieser Termin ist inzwischen geklärt.')
    const to = { officeId: old.officeId, date: dateAt(start, timeZone), start }
    const moved = await moveTo(tx, ctx, id, to)
    const data = { from: placeOf(old), to: placeOf(moved) }
    await emitAppointment(tx, ctx, 'appointment.re-offered', { id, caseId: old.caseId }, data)
  })
}
