import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { instantsOf } from '../capacity/availability.ts'
import { dateAt, daysLater } from '../dates.ts'
import { demandOf, type ServiceWish } from '../capacity/lengthRule.ts'
import { quotaOf } from '../booking/hands.ts'
import { lastDate } from './offerRule.ts'
import { knownCity, memoryOf, officeFor } from '../settings/offices.ts'
import { phoneOffers } from './phoneOfferRule.ts'

/** Whoever is on the telephone has to get there. */
const WAY_MS = 30 * 60_000

export interface PhoneOffers {
  office: { name: string; address: string }
  offers: TimeRange[]
  /** The first day after those offered, 'YYYY-MM-DD'; null when nothing is released after them. */
  later: string | null
  minutes: number
}

/**
 * A handful of free times for a conversation, from `from` ('YYYY-MM-DD') on; null: from now. From memory.
 * @throws Problem 404 without an office, 422 `services` for what cannot be booked
 */
export async function offersByPhone(
  ctx: Context,
  wish: { services: readonly ServiceWish[]; from: string | null },
): Promise<PhoneOffers> {
  const { office, services } = await officeFor(ctx, ctx.cityId, undefined)
  const demand = demandOf(wish.services, services)
  if (!demand.ok) throw invalid({ services: demand.message })
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const earliest = ctx.clock.now().getTime() + WAY_MS
  const today = dateAt(earliest, timeZone)
  const last = lastDate(office, ctx.clock.now().getTime(), timeZone)
  const from = wish.from !== null && wish.from > today ? wish.from : today
  const { id: officeId, name, address, gridMinutes } = office
  const { minutes } = demand.value
  const shown = { office: { name, address }, minutes }
  if (from > last) return { ...shown, offers: [], later: null }
  const { availability } = memoryOf(ctx, ctx.cityId)
  const days = await availability.days({
    officeId,
    from,
    to: last,
    demand: demand.value,
    gridMinutes,
    quota: quotaOf(ctx),
    now: ctx.clock.now().getTime(),
  })
  const found = days.map((day) => ({ date: day.date, starts: instantsOf(day, earliest) }))
  const starts = phoneOffers(found)
  const end = starts.at(-1)
  const later = end === undefined ? null : daysLater(dateAt(end, timeZone), 1)
  return {
    ...shown,
    offers: starts.map((start) => ({ start, end: start + minutes * 60_000 })),
    later: later !== null && later <= last ? later : null,
  }
}
