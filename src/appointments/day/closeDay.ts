import { cityOf } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import { settleDay } from '../booking/settleDay.ts'
import { inBooking } from '../booking/tryAgain.ts'
import { dateAt } from '../dates.ts'
import * as days from '../dayStore.ts'
import { emitOffice } from '../events.ts'
import type { Office } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { findOffice } from '../settings/settingsStore.ts'
import { acceptOffers } from './acceptOffers.ts'
import type { Closed, CloseInput } from './contract.ts'
import { findOffers } from './findOffers.ts'
import { DAY_CLOSERS } from './hands.ts'
import { inRank } from './reofferRule.ts'
import { insertOfficeClosure, listToSettle } from './settleStore.ts'

/**
 * Closes an office for a whole day. Everybody booked keeps the appointment, is marked and told; with `accept` everybody
 * is moved to the nearest equivalent time, who was to come first chooses first. The same again closes nothing twice, and
 * moves who is left.
 * @throws Problem 422 for a day that is over, 404, 403
 */
export async function closeDay(
  ctx: StaffContext,
  { office: id, date, reason, accept }: CloseInput,
): Promise<Closed> {
  requireRole(ctx, ...DAY_CLOSERS)
  const office = await findOffice(ctx.db, ctx.cityId, id)
  if (!office) throw notFound('Dieses Büro')
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  if (date < dateAt(ctx.clock.now().getTime(), timeZone)) throw invalid({ date: 'Dieser Tag ist vorbei.' })
  const day = { cityId: ctx.cityId, officeId: id, date }
  const displaced = await inBooking(ctx, (tx) => close(tx, ctx, day, reason))
  const moved = accept ? await moveAll(ctx, office, day) : 0
  const left = (await listToSettle(ctx.db, day)).length
  return { displaced, moved, left }
}

async function close(tx: Tx, ctx: StaffContext, day: days.DayKey, reason: string): Promise<number> {
  const by = { at: ctx.clock.now(), by: ctx.actor.accountId }
  // Before the day's lock: whoever changes the office's plans locks the office first, too.
  if (!(await insertOfficeClosure(tx, { ...day, reason, ...by }))) return 0
  await days.lockDay(tx, day)
  const office = await findOffice(tx, day.cityId, day.officeId)
  if (!office) throw notFound('Dieses Büro')
  const { lost } = await settleDay(tx, ctx, day, office, await cityOf(tx, day.cityId))
  await days.bumpDay(tx, day)
  const data = { date: day.date, displaced: lost.length }
  await emitOffice(tx, ctx, 'office.day-closed', { id: day.officeId }, data)
  const subject = { kind: 'office-day', id: `${day.officeId} ${day.date}` } as const
  await recordDeed(tx, ctx, 'office-day.closed', subject, reason)
  return lost.length
}

async function moveAll(ctx: StaffContext, office: Office, day: days.DayKey): Promise<number> {
  const rows = await listToSettle(ctx.db, day)
  const offers = await findOffers(ctx, office, rows)
  const ranked = inRank(rows.map(({ id, start }) => ({ id, start: start.getTime() })))
  const accepted = ranked.flatMap(({ id }) => {
    const start = offers.get(id) ?? null
    return start === null ? [] : [{ id, start }]
  })
  return accepted.length === 0 ? 0 : (await acceptOffers(ctx, accepted)).moved
}
