import { Temporal } from 'temporal-polyfill'
import { longDate } from './spokenHours.ts'

export interface ClosureFacts {
  /** ISO weekdays that have openings. */
  openWeekdays: ReadonlySet<number>
  /** Dates of closures that the city itself set. */
  closures: ReadonlySet<string>
  /** Why a date is closed: closure or public holiday; null when it is not. */
  closedBecause: (date: string) => string | null
}

const DAYS_AHEAD = 7

/**
 * Closures and holidays from today to the same weekday of next week, as sentences to read aloud.
 * A holiday on a day that is never open is no news; a closure that the city entered always is.
 */
export function closureNotices(today: string, facts: ClosureFacts): string[] {
  const first = Temporal.PlainDate.from(today)
  const notices: string[] = []
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = first.add({ days: ahead })
    const date = day.toString()
    const reason = facts.closedBecause(date)
    if (reason === null) continue
    if (!facts.closures.has(date) && !facts.openWeekdays.has(day.dayOfWeek)) continue
    notices.push(`${when(ahead, date)} ist das Rathaus geschlossen: ${reason}.`)
  }
  return notices
}

function when(ahead: number, date: string): string {
  if (ahead === 0) return 'Heute'
  return ahead === 1 ? `Morgen, ${longDate(date)},` : `Am ${longDate(date)},`
}
