import { type City, cityOf } from '../../city/index.ts'
import { asSystem, type Context, inTransaction, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { type Appointment, placeOf } from '../appointment.ts'
import * as days from '../dayStore.ts'
import { emitAppointment } from '../events.ts'
import { giveBack } from './giveBack.ts'
import { type DayPlan, laneBesidePlan, type Taken } from '../model.ts'
import { giveOutKept } from '../release/keptStore.ts'
import type { Office } from '../settings/office.ts'
import { planOf } from '../settings/settings.ts'
import { findOffice } from '../settings/settingsStore.ts'
import { tell, wasUnsettled } from '../notices/tell.ts'
import { settle } from '../capacity/settleRule.ts'
import * as store from '../store.ts'

export interface Settled {
  /** Appointments that lost their place now; they stand and are marked. */
  lost: readonly Appointment[]
  changed: boolean
}

/** Puts the appointments of a locked day on the lanes of its present plan; who was marked and has room again is so too. */
export async function settleDay(
  tx: Tx,
  ctx: Context,
  day: days.DayKey,
  office: Office,
  city: City,
): Promise<Settled> {
  const now = ctx.clock.now()
  const state = await days.readDay(tx, day, now)
  if (!state) throw new Error(`office ${day.officeId} is gone`)
  const plan = planOf(office, city, day.date, state.closure)
  const { moved, lost: without } = await settled(tx, day, plan, state.taken, now)
  // What is over has lost nothing.
  const standing = new Map((await store.standing(tx, day, now)).map((one) => [one.id, one]))
  // Who is beside the plan on purpose has lost nothing either, unless nobody works at all.
  const had = (one: Appointment): boolean =>
    one.lane !== laneBesidePlan(one.id) || plan.closedBecause !== null
  const lost = without
    .flatMap((id) => standing.get(id) ?? [])
    .filter((one) => !one.needsAttention && had(one))
  // First those without room, so that others may come to their lanes.
  for (const one of lost) await withoutRoom(tx, ctx, one)
  await days.reseat(tx, day, moved)
  for (const { id } of moved) {
    const again = standing.get(id)
    if (again?.needsAttention && again.state === 'booked') await placedAgain(tx, ctx, again)
  }
  return { lost: lost.filter(({ state }) => state !== 'held'), changed: lost.length + moved.length > 0 }
}

/** Before anybody loses a place, what is kept back of the day is given out. */
async function settled(
  tx: Tx,
  day: days.DayKey,
  plan: DayPlan,
  taken: readonly Taken[],
  now: Date,
): Promise<ReturnType<typeof settle>> {
  const found = settle(plan, taken)
  const appointments = taken.filter(({ keptUntil }) => keptUntil === undefined)
  const isLost = appointments.some(({ id, lane }) => found.lost.includes(id) && lane !== laneBesidePlan(id))
  if (!isLost || appointments.length === taken.length) return found
  await giveOutKept(tx, day, now)
  return settle(plan, appointments)
}

async function withoutRoom(tx: Tx, ctx: Context, one: Appointment): Promise<void> {
  // A hold is nobody's appointment yet: who confirms it is offered other times.
  if (one.state === 'held') return giveBack(tx, ctx, one, 'shift-changed')
  await days.dropUnits(tx, ctx.cityId, [one.id])
  await store.updateAppointment(tx, ctx.cityId, one.id, { lane: `-${one.id}`, needs_attention: true })
  const subject = { id: one.id, caseId: one.caseId }
  await emitAppointment(tx, ctx, 'appointment.needs-attention', subject, placeOf(one))
  if (one.state === 'booked') await tell(tx, ctx, 'attention', one)
}

/** Who has read that it cannot take place is told that it can; from then on it may be told otherwise once more. */
async function placedAgain(tx: Tx, ctx: Context, one: Appointment): Promise<void> {
  if (!(await wasUnsettled(tx, ctx, one))) return
  const sequence = one.sequence + 1
  await store.updateAppointment(tx, ctx.cityId, one.id, { sequence })
  await tell(tx, ctx, 'restored', { ...one, sequence })
}

/** Settles a day by what counts now. */
export async function settleAgain(tx: Tx, ctx: Context, day: days.DayKey): Promise<void> {
  await days.lockDay(tx, day)
  const office = await findOffice(tx, day.cityId, day.officeId)
  if (!office) throw new Error(`office ${day.officeId} is gone`)
  const { changed } = await settleDay(tx, ctx, day, office, await cityOf(tx, day.cityId))
  if (changed) await days.bumpDay(tx, day)
}

/**
 * Marks the appointments of days that the city has closed since, and gives those a place again for whom there is room:
 * something was cancelled, or a closure taken back. Of all cities.
 */
export async function settleClosures(platform: Platform): Promise<void> {
  for (const day of await store.daysToSettle(platform.db, platform.clock.now())) {
    try {
      await inTransaction(platform, (tx) => settleAgain(tx, asSystem(platform, day.cityId), day))
    } catch (error) {
      // One day that cannot be settled must not keep the others.
      platform.log.error({ err: error, office: day.officeId, date: day.date }, 'a day could not be settled')
    }
  }
}
