import { cityOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { datesBetween, dayNumber, isoWeekday } from '../../shared/dayClock.ts'
import { peopleOn } from '../capacity/shiftRule.ts'
import { staffSteps } from '../capacity/staffSteps.ts'
import { dateAt, daysLater } from '../dates.ts'
import { readDays } from '../dayStore.ts'
import type { WeekView } from './contract.ts'
import { planOf } from './settings.ts'
import { findOffice } from './settingsStore.ts'

/**
 * How many people work when in a week, also at an office that is not open for appointments yet.
 * @param date 'YYYY-MM-DD', any day of the week; without it tomorrow, because on a Sunday nobody plans the week that is over
 * @throws Problem 404, 403
 */
export async function readWeek(ctx: StaffContext, officeId: string, date?: string): Promise<WeekView> {
  requireRole(ctx, ...CITY_STAFF)
  const office = await findOffice(ctx.db, ctx.cityId, officeId)
  if (!office) throw notFound('Dieses Büro')
  const city = await cityOf(ctx.db, ctx.cityId)
  const now = ctx.clock.now()
  const asked = date ?? daysLater(dateAt(now.getTime(), city.timeZone), 1)
  const monday = daysLater(asked, 1 - isoWeekday(dayNumber(asked)))
  const dates = datesBetween(monday, daysLater(monday, 6))
  const days = await readDays(ctx.db, ctx.cityId, officeId, dates, now)
  return {
    counters: office.counters,
    days: days.map(({ date, closure }) => {
      const plan = planOf({ ...office, active: true }, city, date, closure)
      const staffed = office.shifts.map((shift) => ({
        shift,
        people: peopleOn(shift, date, office.exceptions),
      }))
      return { date, closedBecause: plan.closedBecause, steps: staffSteps(plan, staffed) }
    }),
  }
}
