import type { Reader } from '../platform/db/connect.ts'
import { announcementsAt } from './announcementStore.ts'
import { closureNotices } from './closureNotices.ts'
import type { TodayView } from './contract.ts'
import { announcementNotices, lineNotices } from './leadNotices.ts'
import { decidedLines } from './lineStateOf.ts'
import type { AnnouncementNotice, LineDecision } from './model.ts'
import { serviceHoursOf } from './serviceHoursOf.ts'
import { spokenHours } from './spokenHours.ts'
import * as store from './store.ts'

/** What everybody on the phone must know at `now`; nothing in it is about a person. */
export async function todayView(reader: Reader, cityId: string, now: Date): Promise<TodayView> {
  const hours = await serviceHoursOf(reader, cityId)
  const { announcements, lines, closures } = await newsAt(reader, cityId, now)
  return {
    open: hours.isOpen(now),
    hoursText: spokenHours(hours, now),
    // Announcements first, because they are meant to be heard.
    notices: [...announcements.map(({ text }) => text), ...lines, ...closures],
  }
}

export interface News {
  /** Special announcements of leads. */
  announcements: AnnouncementNotice[]
  /** Lines that are open or closed against the service hours, in words and as they were decided. */
  lines: string[]
  decided: ReadonlyMap<string, LineDecision>
  /** Closures and holidays of the next seven days. */
  closures: string[]
}

/** Everything that is not as usual, as sentences. */
export async function newsAt(reader: Reader, cityId: string, now: Date): Promise<News> {
  const hours = await serviceHoursOf(reader, cityId)
  const rules = await store.loadHoursRules(reader, cityId)
  const announcements = await announcementsAt(reader, cityId, now)
  const decided = await decidedLines(reader, cityId, now)
  const isUsual = announcements.length === 0 && decided.size === 0
  const lines = isUsual ? [] : await store.listLines(reader, cityId)
  const facts = {
    openWeekdays: new Set(rules?.week.map(({ weekday }) => weekday)),
    closures: new Set(rules?.closures.map(({ date }) => date)),
    closedBecause: (date: string) => hours.closedBecause(date),
  }
  return {
    announcements: announcementNotices(announcements, lines),
    lines: lineNotices(lines, decided, hours.timeZone),
    decided,
    closures: closureNotices(hours.dateOf(now), facts),
  }
}
