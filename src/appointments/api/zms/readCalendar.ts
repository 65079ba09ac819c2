import type { Context } from '../../../platform/context.ts'
import { instantsOf } from '../../capacity/availability.ts'
import { freeDays } from '../../offers/readAvailability.ts'
import { officesOf } from '../../settings/offices.ts'
import type { CalendarQuery } from './calendarQuery.ts'
import type { CalendarView } from './calendarView.ts'

/** The free times of one office, by day; days without one are left out. */
interface OfficeTimes {
  officeId: string
  days: ReadonlyMap<string, number[]>
}

/** Free times of several offices as ZMS shows them. @returns null when an office or a service there is unknown */
export async function readCalendar(ctx: Context, query: CalendarQuery): Promise<CalendarView | null> {
  const known = await officesOf(ctx, ctx.cityId)
  const isGiven = query.officeIds.every((id) => {
    const found = known.find(({ office }) => office.id === id)
    return found !== undefined && query.services.every((service) => found.services.has(service.id))
  })
  if (!isGiven) return null
  const offices: OfficeTimes[] = []
  for (const officeId of new Set(query.officeIds)) offices.push(await timesOf(ctx, query, officeId))
  return calendarOf(query, offices)
}

async function timesOf(ctx: Context, query: CalendarQuery, officeId: string): Promise<OfficeTimes> {
  const { services, startDate: from, endDate: to } = query
  const { days, now } = await freeDays(ctx, { services, office: officeId, from, to })
  const found = days.map((day) => [day.date, instantsOf(day, now).map((at) => at / 1000)] as const)
  return { officeId, days: new Map(found.filter(([, times]) => times.length > 0)) }
}

/** Times stand only for the wanted part of the days; of the others it is told whether there are any. */
export function calendarOf(
  { startDate, endDate, slotsStartDate, slotsEndDate }: CalendarQuery,
  offices: readonly OfficeTimes[],
): CalendarView {
  const dates = [...new Set(offices.flatMap(({ days }) => [...days.keys()]))].toSorted()
  const shown = dates.filter((date) => date >= slotsStartDate && date <= slotsEndDate)
  return {
    startDate,
    endDate,
    slotsStartDate,
    slotsEndDate,
    prevBookableDate: dates.findLast((date) => date < slotsStartDate) ?? null,
    nextBookableDate: dates.find((date) => date > slotsEndDate) ?? null,
    availableDays: shown.map((date) => {
      const open = offices.flatMap(({ officeId, days }) => {
        const appointments = days.get(date)
        return appointments ? [{ officeId, appointments }] : []
      })
      return { date, time: date, providerIDs: open.map(({ officeId }) => officeId).join(','), offices: open }
    }),
  }
}
