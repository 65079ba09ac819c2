import { requireRole, type StaffContext } from '../../platform/context.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import { dateAt } from '../dates.ts'
import { readDays } from '../dayStore.ts'
import type { Office } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { laneMinutes, planOf } from '../settings/settings.ts'
import type { AppointmentFigures, FiguresInput } from './contract.ts'
import { serviceNames } from './dayListStore.ts'
import { coursesOf, figuresOf } from './figuresRule.ts'
import { eventsOfPeriod } from './figuresStore.ts'
import { DAY_STAFF } from './hands.ts'
import { officeAsked } from './officeAsked.ts'

/** The figures of an office, of today unless a period is named. No person is in them. @throws Problem 404, 403 */
export async function readAppointmentFigures(
  ctx: StaffContext,
  input: FiguresInput,
): Promise<AppointmentFigures> {
  requireRole(ctx, ...DAY_STAFF)
  const { office, offices } = await officeAsked(ctx, ctx.cityId, input.office)
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const today = dateAt(ctx.clock.now().getTime(), timeZone)
  const from = input.from ?? input.to ?? today
  const to = input.to ?? from
  const period = { cityId: ctx.cityId, officeId: office.id, from, to }
  const { usedByService, ...figures } = figuresOf(coursesOf(await eventsOfPeriod(ctx.db, period)), {
    from,
    to,
    today,
  })
  const names = await serviceNames(ctx.db, ctx.cityId)
  return {
    office: { id: office.id, name: office.name },
    offices: offices.map(({ id, name }) => ({ id, name })),
    from,
    to,
    offeredMinutes: await offeredMinutes(ctx, office, from, to),
    ...figures,
    byService: Object.entries(usedByService)
      .map(([id, minutes]) => ({ id, name: names.get(id) ?? id, minutes: Math.round(minutes) }))
      .toSorted((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name, 'de')),
  }
}

/** What all lanes of these days work, by the plan as it is now. */
async function offeredMinutes(ctx: StaffContext, office: Office, from: string, to: string): Promise<number> {
  const city = await knownCity(ctx, ctx.cityId)
  const days = await readDays(ctx.db, ctx.cityId, office.id, datesBetween(from, to), ctx.clock.now())
  return days.reduce((all, { date, closure }) => all + laneMinutes(planOf(office, city, date, closure)), 0)
}
