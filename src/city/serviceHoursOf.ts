import type { Reader } from '../platform/db/connect.ts'
import { holidayName } from '../shared/holidays.ts'
import { isLand } from '../shared/laender.ts'
import { ServiceHours } from '../shared/serviceHours.ts'
import { clockTime } from './clockTime.ts'
import * as store from './store.ts'

/** The rules a kept `ServiceHours` was made from, as text, and the days it has worked out since. */
const kept = new Map<string, { rules: string; hours: ServiceHours }>()

/**
 * The service hours of a city as they are now: week, public holidays of its Land, closures.
 * The rules are read each time (one small statement), so a change counts at once in every process and inside
 * its own transaction; only the days worked out from equal rules are kept.
 * @throws when there is no such city
 */
export async function serviceHoursOf(reader: Reader, cityId: string): Promise<ServiceHours> {
  const found = await store.loadHoursRules(reader, cityId)
  if (!found) throw new Error(`no city ${cityId}`)
  const rules = JSON.stringify(found)
  const known = kept.get(cityId)
  if (known?.rules === rules) return known.hours
  const { land, time_zone: timeZone } = found
  const reasons = new Map(found.closures.map(({ date, reason }) => [date, reason]))
  const hours = new ServiceHours({
    timeZone,
    week: found.week.map(({ weekday, opens, closes }) => ({
      weekday,
      opens: clockTime(opens),
      closes: clockTime(closes),
    })),
    closed: (date) => reasons.get(date) ?? (isLand(land) ? holidayName(land, date) : null),
  })
  kept.set(cityId, { rules, hours })
  return hours
}
