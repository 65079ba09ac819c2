import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import type { AppointmentReference } from '../../shared/appointmentReference.ts'
import { type Appointment, placeOf } from '../appointment.ts'
import { appointmentOf } from './appointmentOf.ts'
import { makeRoom, openDay } from './bookingDay.ts'
import { dateAt } from '../dates.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import { type Proof, quotaOf } from './hands.ts'
import { lockWithDay } from './lockWithDay.ts'
import { demandOfAppointment, missedBy } from './missedBy.ts'
import type { Placement } from '../model.ts'
import { overlaps } from '../../shared/timeRange.ts'
import { keepBack } from '../release/keepBack.ts'
import type { Quota } from '../release/plan.ts'
import { mayBegin } from '../offers/offerRule.ts'
import { forgetDays, knownCity } from '../settings/offices.ts'
import { offering } from '../offers/offersFor.ts'
import { tell } from '../notices/tell.ts'
import { NoRoom } from './refusals.ts'
import * as store from '../store.ts'
import { inBooking } from './tryAgain.ts'

export interface Moved {
  reference: AppointmentReference
  start: number
  end: number
  sequence: number
}

/**
 * Moves an appointment to another time of its office: the new place is taken and the old one given back in one
 * transaction. Refused, the old one stands as it was. The same time again changes nothing.
 * @param start epoch ms
 * @throws Problem 409 with `offers` when the time cannot be had, 409 when it has begun or is cancelled; 404, 403, 429
 */
export async function moveAppointment(
  ctx: Context,
  typed: string,
  proof: Proof | null,
  start: number,
): Promise<Moved> {
  const found = await appointmentOf(ctx, typed, proof)
  const { id, reference, officeId } = found
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const date = dateAt(start, timeZone)
  const moved = await offering(
    ctx,
    () => missedBy(ctx, id, start),
    () => inBooking(ctx, (tx) => moveTo(tx, ctx, id, { officeId, date, start })),
  )
  forgetDays(ctx, [found, moved])
  return { reference, start: moved.start, end: moved.end, sequence: moved.sequence }
}

/**
 * Moves in the caller's transaction. Whom we have left without a place may move also when the old time is over, and to a
 * time that is not released yet.
 * @throws Problem 409 `over`, NoRoom
 */
export async function moveTo(
  tx: Tx,
  ctx: Context,
  id: string,
  to: { officeId: string; date: string; start: number },
): Promise<Appointment> {
  const old = await lockWithDay(tx, ctx, id, to)
  const now = ctx.clock.now().getTime()
  if (old.state !== 'booked' || (old.start <= now && !old.needsAttention))
    throw conflict('over', 'Dieser Termin kann nicht mehr verschoben werden.')
  if (old.start === to.start && !old.needsAttention) return old
  const demand = demandOfAppointment(old)
  const wish = { start: to.start, end: to.start + demand.minutes * 60_000, demand }
  // Who moves a little keeps a part of the old time, so that nothing is given back.
  if (!overlaps(old, wish)) await keepBack(tx, ctx, old)
  const day = await openDay(tx, ctx, to)
  if (!mayBegin(day.office, wish.start, now, day.plan.timeZone)) throw new NoRoom('not-offered')
  const quota = quotaOf(ctx)
  // Others may come to where it stands now; the constraints look when all is done.
  await days.deferSeats(tx)
  await days.dropUnits(tx, ctx.cityId, [id])
  const placed = await makeRoom(tx, day, wish, {
    quota: old.needsAttention ? null : quota,
    now,
    but: id,
  })
  if (!placed) throw new NoRoom('not-free')
  return write(tx, ctx, old, { ...wish, date: day.date, quota }, placed)
}

async function write(
  tx: Tx,
  ctx: Context,
  old: Appointment,
  at: { date: string; start: number; end: number; quota: Quota },
  placed: Placement,
): Promise<Appointment> {
  const { cityId } = ctx
  const { id, officeId, caseId } = old
  const { quota: _quota, ...to } = at
  const moved = { ...old, ...to, lane: placed.lane, needsAttention: false, sequence: old.sequence + 1 }
  await store.updateAppointment(tx, cityId, id, {
    date: at.date,
    starts_at: new Date(at.start),
    ends_at: new Date(at.end),
    lane: placed.lane,
    quota: at.quota,
    needs_attention: false,
    sequence: moved.sequence,
    kept_at: null,
  })
  await days.addUnits(tx, cityId, id, placed.units)
  const data = { from: placeOf(old), to: placeOf(moved), sequence: moved.sequence }
  await emitAppointment(tx, ctx, 'appointment.moved', { id, caseId }, data)
  await tell(tx, ctx, 'moved', moved)
  for (const { date } of days.inLockOrder([old, moved])) await days.bumpDay(tx, { cityId, officeId, date })
  return moved
}
