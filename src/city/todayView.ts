import type { Reader } from '../platform/db/connect.ts'
import { closureNotices } from './closureNotices.ts'
import type { TodayView } from './contract.ts'
import { serviceHoursOf } from './serviceHoursOf.ts'
import { spokenHours } from './spokenHours.ts'
import * as store from './store.ts'

/** What everybody on the phone must know at `now`; nothing in it is about a person. */
export async function todayView(reader: Reader, cityId: string, now: Date): Promise<TodayView> {
  const hours = await serviceHoursOf(reader, cityId)
  const rules = await store.loadHoursRules(reader, cityId)
  const facts = {
    openWeekdays: new Set(rules?.week.map(({ weekday }) => weekday)),
    closures: new Set(rules?.closures.map(({ date }) => date)),
    closedBecause: (date: string) => hours.closedBecause(date),
  }
  return {
    open: hours.isOpen(now),
    hoursText: spokenHours(hours, now),
    notices: closureNotices(hours.dateOf(now), facts),
  }
}
