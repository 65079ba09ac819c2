import { Temporal } from 'temporal-polyfill'
import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { rangeOfDays } from '../localDay.ts'
import { groupFigures, type GroupFigures } from './figuresStore.ts'
import { serviceClock } from './serviceClock.ts'

/** A promise is made at most this long before its window, and its first try comes at most this long after. */
const AROUND_DAYS = 400

/** The figures of the promises of these days, as a whole and by group, as the tables have them now. */
export async function figuresOfPeriod(
  reader: Reader,
  city: { id: string; timeZone: string },
  { from, to }: { from: string; to: string },
): Promise<GroupFigures[]> {
  const hours = await serviceHoursOf(reader, city.id)
  const days = (date: string, n: number) => Temporal.PlainDate.from(date).add({ days: n }).toString()
  const clock = serviceClock(hours, days(from, -AROUND_DAYS), days(to, AROUND_DAYS))
  return groupFigures(reader, city, rangeOfDays({ from, to }, city.timeZone), clock)
}
