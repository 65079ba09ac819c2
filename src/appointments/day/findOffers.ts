import type { Context } from '../../platform/context.ts'
import { dayClockOf, dayNumber, datesBetween, minuteOf, wallOfMinute } from '../../shared/dayClock.ts'
import { dateAt } from '../dates.ts'
import { readDays } from '../dayStore.ts'
import { lastDate } from '../offers/offerRule.ts'
import type { Office } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { planOf } from '../settings/settings.ts'
import { type Displaced, reoffer } from './reofferRule.ts'
import type { ToSettleRow } from './settleStore.ts'

/** The nearest equivalent time for each of these, so that all fit together; epoch ms by id, null where there is none. */
export async function findOffers(
  ctx: Context,
  office: Office,
  rows: readonly ToSettleRow[],
): Promise<ReadonlyMap<string, number | null>> {
  if (rows.length === 0) return new Map()
  const now = ctx.clock.now()
  const city = await knownCity(ctx, ctx.cityId)
  const { timeZone } = city
  const dates = datesBetween(dateAt(now.getTime(), timeZone), lastDate(office, now.getTime(), timeZone))
  const states = await readDays(ctx.db, ctx.cityId, office.id, dates, now)
  const days = states.map(({ date, closure, taken }) => ({
    day: dayNumber(date),
    plan: planOf(office, city, date, closure),
    taken,
  }))
  const displaced = rows.map((row) => displacedOf(row, timeZone))
  return reoffer(displaced, days, { now: now.getTime(), gridMinutes: office.gridMinutes })
}

function displacedOf({ id, date, start, end, services, devices }: ToSettleRow, timeZone: string): Displaced {
  const clock = dayClockOf(timeZone, date)
  const minutes = (end.getTime() - start.getTime()) / 60_000
  const serviceIds = [...new Set(services.map((service) => service.id))].toSorted()
  return {
    id,
    start: start.getTime(),
    day: dayNumber(date),
    wall: wallOfMinute(clock, minuteOf(clock, start.getTime())),
    demand: { serviceIds, devices, minutes },
  }
}
