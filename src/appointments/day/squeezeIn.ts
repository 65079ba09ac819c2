import { randomInt } from 'node:crypto'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/ids.ts'
import { conflict, invalid } from '../../platform/problems.ts'
import { makeAppointmentReference } from '../../shared/appointmentReference.ts'
import { placeOf } from '../appointment.ts'
import { type BookingDay, openDay } from '../booking/bookingDay.ts'
import { hashOf, newSecret } from '../../platform/secret.ts'
import { inBooking } from '../booking/tryAgain.ts'
import { demandOf } from '../capacity/lengthRule.ts'
import { place } from '../capacity/placeRule.ts'
import { dateAt } from '../dates.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import { type Demand, laneBesidePlan, type Stand } from '../model.ts'
import { knownCity, officeFor } from '../settings/offices.ts'
import * as store from '../store.ts'
import type { WalkedIn, WalkInInput } from './contract.ts'
import { BESIDE_PLAN, DAY_STAFF } from './hands.ts'

const MINUTE_MS = 60_000

/**
 * Takes somebody who is there without an appointment, now and with a reason: takes capacity where there is room, whatever
 * is released for whom. Where there is none, a lead may decide to take the person beside the plan, on no lane.
 * @throws Problem 409 `no-room`, 422, 404, 403
 */
export async function squeezeIn(ctx: StaffContext, input: WalkInInput): Promise<WalkedIn> {
  requireRole(ctx, ...DAY_STAFF)
  if (input.besidePlan) requireRole(ctx, ...BESIDE_PLAN)
  const { office } = await officeFor(ctx, ctx.cityId, input.office)
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  return inBooking(ctx, async (tx) => {
    const now = ctx.clock.now().getTime()
    const start = now - (now % MINUTE_MS)
    const date = dateAt(start, timeZone)
    await days.lockDay(tx, { cityId: ctx.cityId, officeId: office.id, date })
    const day = await openDay(tx, ctx, { officeId: office.id, date })
    const demand = demandOf([{ id: input.service, persons: input.persons }], day.services)
    if (!demand.ok) throw invalid({ service: demand.message })
    const wish = { start, end: start + demand.value.minutes * MINUTE_MS, demand: demand.value }
    const placed = place(day.plan, day.taken, wish)
    if (!placed && !input.besidePlan) throw noRoom(ctx)
    if (placed) await days.reseat(tx, day, placed.moved)
    return write(tx, ctx, input, day, { ...wish, stand: placed })
  })
}

const noRoom = ({ actor }: StaffContext) =>
  conflict(
    'no-room',
    actor.role === 'lead'
      ? 'Dafür ist jetzt niemand frei. Sie können trotzdem einschieben: Dann steht der Termin neben dem Plan.'
      : 'Dafür ist jetzt niemand frei. Die Teamleitung kann trotzdem einschieben.',
  )

async function write(
  tx: Tx,
  ctx: StaffContext,
  input: WalkInInput,
  { officeId, date }: BookingDay,
  { start, end, demand, stand }: { start: number; end: number; demand: Demand; stand: Stand | null },
): Promise<WalkedIn> {
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  const { casePrefix } = await knownCity(ctx, ctx.cityId)
  // One that is taken is refused by the database, and all begins again with another.
  const reference = makeAppointmentReference(casePrefix, (n) => randomInt(n))
  const services = [{ id: input.service, persons: input.persons }]
  await store.insertAppointment(tx, {
    city_id: ctx.cityId,
    id,
    office_id: officeId,
    date,
    reference,
    state: 'arrived',
    starts_at: new Date(start),
    ends_at: new Date(end),
    lane: stand?.lane ?? laneBesidePlan(id),
    channel: 'counter',
    quota: 'counter',
    services: JSON.stringify(services),
    devices: [...demand.devices],
    contact_name: input.name,
    // Nobody has it: who stands there changes nothing from afar.
    secret_hash: hashOf(newSecret()),
    squeezed_because: input.reason,
    arrived_at: now,
    booked_at: now,
    created_at: now,
    created_by: ctx.actor.accountId,
  })
  await days.addUnits(tx, ctx.cityId, id, stand?.units ?? {})
  const besidePlan = stand === null
  const subject = { id, at: now }
  const where = placeOf({ officeId, date, start, end })
  await emitAppointment(tx, ctx, 'appointment.booked', subject, { ...where, services, channel: 'counter' })
  await emitAppointment(tx, ctx, 'appointment.squeezed-in', subject, { ...where, besidePlan })
  await emitAppointment(tx, ctx, 'appointment.arrived', subject, where)
  return { reference, besidePlan }
}
