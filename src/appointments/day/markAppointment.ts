import { asSystem, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, invalid, notFound, refusedBy } from '../../platform/problems.ts'
import type { Appointment } from '../appointment.ts'
import { openDay } from '../booking/bookingDay.ts'
import { lockWithDay } from '../booking/lockWithDay.ts'
import { demandOfAppointment } from '../booking/missedBy.ts'
import { settleAgain } from '../booking/settleDay.ts'
import { inBooking } from '../booking/tryAgain.ts'
import { place } from '../capacity/placeRule.ts'
import { dateAt } from '../dates.ts'
import * as days from '../dayStore.ts'
import { laneBesidePlan } from '../model.ts'
import { knownCity } from '../settings/offices.ts'
import * as store from '../store.ts'
import type { MarkInput } from './contract.ts'
import { presenceOf, referenceAt } from './dayListStore.ts'
import { type Click, type DayState, decide, type Decision, type Standing } from './dayRule.ts'
import { refusalOf } from './dayRefusals.ts'
import { DAY_STAFF } from './hands.ts'
import { tellMark } from './tellMark.ts'

/**
 * Says what became of an appointment on its day. The same click twice is as good as once.
 * @throws Problem 409 when somebody else was faster or the state does not allow it, 422 `counter`; 404, 403
 */
export async function markAppointment(ctx: StaffContext, id: string, input: MarkInput): Promise<void> {
  requireRole(ctx, ...DAY_STAFF)
  const counter = input.counter ?? null
  if (input.verb === 'call' && counter === null)
    throw invalid({ counter: 'Bitte den Schalter angeben, zum Beispiel 3.' })
  const found = await store.findAppointment(ctx.db, ctx.cityId, { id })
  if (!found?.reference) throw notFound('Diesen Termin')
  try {
    await inBooking(ctx, (tx) => mark(tx, ctx, id, { ...input, counter }))
  } catch (error) {
    if (refusedBy(error) !== 'appointment_one_at_counter') throw error
    throw await occupied(ctx, found, counter)
  }
}

async function mark(
  tx: Tx,
  ctx: StaffContext,
  id: string,
  { verb, seen, counter }: Pick<Click, 'verb' | 'seen' | 'counter'>,
): Promise<void> {
  const one = await lockWithDay(tx, ctx, id)
  const { counter: at, arrivedAt } = await presenceOf(tx, ctx.cityId, id)
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const now = ctx.clock.now()
  const today = dateAt(now.getTime(), timeZone)
  const standing = { ...one, counter: at, arrived: arrivedAt !== null }
  const click = { verb, seen, counter, now: now.getTime(), today }
  const decision = decide(standing, click)
  if (decision.kind === 'same') return
  if (decision.kind === 'refused') throw refusalOf(decision.because, standing, timeZone)
  await write(tx, ctx, one, decision, arrivedAtAfter(decision.to, standing, arrivedAt, now))
  await tellMark(tx, ctx, one, decision.to, verb)
}

/** Whoever was called and waits again is there. */
function arrivedAtAfter(to: DayState, standing: Standing, before: Date | null, now: Date): Date | null {
  if (to === 'arrived') return before ?? now
  return to === 'booked' && standing.state === 'arrived' ? null : before
}

async function write(
  tx: Tx,
  ctx: StaffContext,
  one: Appointment,
  { to, counter }: Extract<Decision, { kind: 'change' }>,
  arrivedAt: Date | null,
): Promise<void> {
  const ended = to === 'served' || to === 'no-show'
  const row = {
    state: to,
    counter,
    arrived_at: arrivedAt,
    ended_at: ended ? ctx.clock.now() : null,
  }
  if (one.state === 'no-show') return comeAfterAll(tx, ctx, one, row)
  await store.updateAppointment(tx, ctx.cityId, one.id, row)
  if (to === 'no-show') await freeTime(tx, ctx, one)
}

/** Who did not come leaves the rest of the time to others; whom a change has left without a place first. */
async function freeTime(tx: Tx, ctx: StaffContext, one: Appointment): Promise<void> {
  const day = { cityId: ctx.cityId, officeId: one.officeId, date: one.date }
  await days.dropUnits(tx, ctx.cityId, [one.id])
  await days.bumpDay(tx, day)
  if (await store.someWithoutPlace(tx, day)) await settleAgain(tx, asSystem(ctx, ctx.cityId), day)
}

/** Who came after all may find the time given to somebody else: then it is beside the plan. */
async function comeAfterAll(
  tx: Tx,
  ctx: StaffContext,
  one: Appointment,
  row: Parameters<typeof store.updateAppointment>[3],
): Promise<void> {
  const day = await openDay(tx, ctx, one)
  const { start, end } = one
  // No new booking: what is released for whom is not asked.
  const placed = place(day.plan, day.taken, { start, end, demand: demandOfAppointment(one) })
  if (placed) await days.reseat(tx, day, placed.moved)
  const lane = placed?.lane ?? laneBesidePlan(one.id)
  await store.updateAppointment(tx, ctx.cityId, one.id, { ...row, lane, needs_attention: false })
  await days.addUnits(tx, ctx.cityId, one.id, placed?.units ?? {})
  await days.bumpDay(tx, day)
}

async function occupied(ctx: StaffContext, { officeId, date }: Appointment, counter: string | null) {
  const day = { cityId: ctx.cityId, officeId, date }
  const who = counter === null ? null : await referenceAt(ctx.db, day, counter)
  const place = counter === null ? 'Dort' : `An Schalter ${counter}`
  return conflict(
    'counter-occupied',
    `${place} ist gerade ${who ?? 'ein anderer Termin'}. Bitte zuerst diesen beenden oder zurücknehmen.`,
  )
}
