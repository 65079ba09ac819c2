import { serviceHoursOf } from '../city/index.ts'
import { asSystem, type Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { notFound } from '../platform/problems.ts'
import type { ServiceHours } from '../shared/serviceHours.ts'
import * as days from './dayStore.ts'
import { endDueHolds } from './endDueHolds.ts'
import type { DayPlan, Placement, Taken, Wish } from './model.ts'
import type { OfficeSettings } from './office.ts'
import { place } from './placeRule.ts'
import { planOf, settingsAt } from './settings.ts'

/** A day whose lock the transaction holds: nobody else changes it until the end. */
export interface BookingDay extends days.DayKey, OfficeSettings {
  version: number
  hours: ServiceHours
  plan: DayPlan
  taken: readonly Taken[]
}

/** Locks the day, ends the holds that are due on it and reads what is left. @throws Problem 404 */
export async function openDay(
  tx: Tx,
  ctx: Context,
  { officeId, date }: Pick<days.DayKey, 'officeId' | 'date'>,
): Promise<BookingDay> {
  const day = { cityId: ctx.cityId, officeId, date }
  await days.lockDay(tx, day)
  await endDueHolds(tx, asSystem(ctx, ctx.cityId), day)
  return readBookingDay(tx, ctx, day)
}

/** The day as the transaction that holds its lock has left it so far. */
export async function readBookingDay(tx: Tx, ctx: Context, day: days.DayKey): Promise<BookingDay> {
  const state = await days.readDay(tx, day)
  if (!state) throw notFound('Dieses Büro')
  const settings = await settingsAt(ctx, tx, ctx.cityId, day.officeId, state.officeVersion)
  const hours = await serviceHoursOf(tx, ctx.cityId)
  const { version, taken } = state
  return { ...day, ...settings, version, hours, taken, plan: planOf(settings.office, hours, day.date) }
}

/**
 * Finds room for a wish on the day and moves others between lanes where it needs that; the caller writes the appointment.
 * @param but an appointment that gives its place up
 * @returns null when there is no room
 */
export async function makeRoom(
  tx: Tx,
  day: BookingDay,
  wish: Wish,
  but: string | null = null,
): Promise<Placement | null> {
  const placed = place(
    day.plan,
    day.taken.filter(({ id }) => id !== but),
    wish,
  )
  if (placed) await days.reseat(tx, day, placed.moved)
  return placed
}
