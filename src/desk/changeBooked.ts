import {
  cancelAppointment,
  callersAppointment,
  moveAppointment,
  offersInstead,
  officesOf,
  renewPhoneKey,
} from '../appointments/index.ts'
import { serviceById } from '../catalogue/index.ts'
import { cityOf } from '../city/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { conflict } from '../platform/problems.ts'
import { callerNumber } from '../shared/callerNumber.ts'
import { requireWork } from './bookingWork.ts'
import { ownCall } from './callInHand.ts'
import type { ChangeBookedInput, ChangedView, MoveBookedInput } from './contract.ts'
import { groupedKey, timesIn } from './presentTime.ts'

type Found = Awaited<ReturnType<typeof callersAppointment>>

/**
 * The booked appointment of the caller in hand, and other times for it: the call comes from the booked number, or the caller
 * reads out the key. @throws Problem 422 at `key`, 409 for practice, 404, 403, 429
 */
export async function openBooked(
  ctx: StaffContext,
  callId: string,
  input: ChangeBookedInput,
): Promise<ChangedView> {
  return present(ctx, await foundFor(ctx, callId, input))
}

/** @throws as `openBooked`, 409 for a time that cannot be had or an appointment that is over */
export async function moveBooked(
  ctx: StaffContext,
  callId: string,
  input: MoveBookedInput,
): Promise<ChangedView> {
  const found = await foundFor(ctx, callId, input)
  const { start } = await moveAppointment(ctx, found.reference, null, Date.parse(input.start))
  return present(ctx, { ...found, start, end: start + found.end - found.start })
}

/** @throws as `openBooked`, 409 for an appointment that is over */
export async function cancelBookedInCall(
  ctx: StaffContext,
  callId: string,
  input: ChangeBookedInput,
): Promise<ChangedView> {
  const found = await foundFor(ctx, callId, input)
  await cancelAppointment(ctx, found.reference, null)
  return present(ctx, { ...found, state: 'cancelled' })
}

/** A telephone key that takes the place of the one before. @throws as `openBooked` */
export async function renewKeyInCall(
  ctx: StaffContext,
  callId: string,
  input: ChangeBookedInput,
): Promise<{ phoneKey: string }> {
  const { id } = await foundFor(ctx, callId, input)
  return { phoneKey: groupedKey(await renewPhoneKey(ctx, id)) }
}

async function foundFor(
  ctx: StaffContext,
  callId: string,
  { reference, key }: ChangeBookedInput,
): Promise<Found> {
  const { practice } = await requireWork(ctx, { kind: 'call', id: callId })
  if (practice) throw conflict('practice', 'In der Übung gibt es keine gebuchten Termine.')
  const { caller } = await ownCall(ctx.db, ctx, callId)
  const { areaCode } = await cityOf(ctx.db, ctx.cityId)
  const number = caller === null ? null : callerNumber(caller, areaCode)
  return callersAppointment(ctx, { reference, key, caller: number })
}

async function present(ctx: StaffContext, found: Found): Promise<ChangedView> {
  const times = await timesIn(ctx)
  const names = found.services.map(async ({ id }) => (await serviceById(ctx, ctx.cityId, id))?.name ?? id)
  const offices = await officesOf(ctx, ctx.cityId)
  const office = offices.find((one) => one.office.id === found.officeId)?.office ?? null
  const mayChange =
    found.state === 'booked' && (found.start > ctx.clock.now().getTime() || found.needsAttention)
  const offers = mayChange && office ? await offersInstead(ctx, found.id, null) : []
  return {
    reference: found.reference,
    aloud: times.booked(found.start, found.reference, null).aloud,
    services: await Promise.all(names),
    office: office?.name ?? null,
    state: found.state === 'cancelled' ? 'cancelled' : mayChange ? 'open' : 'over',
    offers: offers.map(({ start }) => ({ start, ...times.named(Date.parse(start)) })),
  }
}
