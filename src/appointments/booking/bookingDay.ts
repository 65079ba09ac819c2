import { asSystem, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { notFound } from '../../platform/problems.ts'
import * as days from '../dayStore.ts'
import { endDueHolds } from './endDueHolds.ts'
import type { OfficeDay } from '../capacity/availability.ts'
import type { DayPlan, Placement, Taken, Wish } from '../model.ts'
import type { OfficeSettings } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { place } from '../capacity/placeRule.ts'
import type { Quota } from '../release/plan.ts'
import { budget, takenMinutes } from '../release/releaseRule.ts'
import { NoRoom } from './refusals.ts'
import { planOf, settingsAt } from '../settings/settings.ts'

/** A day whose lock the transaction holds: nobody else changes it until the end. */
export interface BookingDay extends days.DayKey, OfficeSettings {
  version: number
  plan: DayPlan
  taken: readonly Taken[]
}

/**
 * Ends the holds that are due on a locked day and reads what is left.
 * @param known the day as memory has it, for who has changed nothing on it in this transaction: at the same version it is not read
 * again @throws Problem 404
 */
export async function openDay(
  tx: Tx,
  ctx: Context,
  { officeId, date }: Pick<days.DayKey, 'officeId' | 'date'>,
  known: OfficeDay | null = null,
): Promise<BookingDay> {
  const day = { cityId: ctx.cityId, officeId, date }
  const now = ctx.clock.now()
  let state = (known && (await asKnown(tx, day, known, now))) ?? (await days.readDay(tx, day, now))
  if (state?.due) {
    await endDueHolds(tx, asSystem(ctx, ctx.cityId), day)
    state = await days.readDay(tx, day, now)
  }
  if (!state) throw notFound('Dieses Büro')
  const { version, officeVersion, closure, taken } = state
  const settings = await settingsAt(ctx, tx, ctx.cityId, officeId, officeVersion)
  const city = await knownCity(ctx, ctx.cityId)
  return {
    ...day,
    ...settings,
    version,
    taken,
    plan: planOf(settings.office, city, date, closure, settings.releases),
  }
}

/** Memory's day with what may have changed beside it; null when it is older than the locked one. */
async function asKnown(
  tx: Tx,
  day: days.DayKey,
  { version, taken }: OfficeDay,
  now: Date,
): Promise<days.DayState | null> {
  const head = await days.readDayHead(tx, day, now)
  if (head?.version !== version) return null
  const kept = ({ keptUntil }: Taken): boolean => keptUntil === undefined || keptUntil > now.getTime()
  return { ...head, taken: taken.filter(kept) }
}

/**
 * Finds room for a wish on the day and moves others between lanes where it needs that; the caller writes the appointment.
 * @param quota who asks; null for whom no release plan counts
 * @param but an appointment that gives its place up
 * @returns null when there is no room @throws NoRoom `not-released` for what the quota may not take at this moment
 */
export async function makeRoom(
  tx: Tx,
  day: BookingDay,
  wish: Wish,
  { quota, now, but = null }: { quota: Quota | null; now: number; but?: string | null },
): Promise<Placement | null> {
  const others = day.taken.filter(({ id }) => id !== but)
  if (
    quota !== null &&
    wish.demand.minutes > budget(day.plan.release, takenMinutes(others), quota, now).minutes
  )
    throw new NoRoom('not-released')
  const placed = place(day.plan, others, wish)
  if (placed) await days.reseat(tx, day, placed.moved)
  return placed
}

/** The day after an appointment was put into it, for memory. */
export function dayWith(day: BookingDay, added: Taken, moved: Placement['moved']): OfficeDay {
  const { officeId, date, plan } = day
  const stands = new Map(moved.map((one) => [one.id, one]))
  const others = day.taken.map((one) => ({ ...one, ...stands.get(one.id) }))
  return { officeId, date, plan, version: day.version + 1, taken: [...others, added] }
}
