import {
  datesBetween,
  type DayClock,
  dayClockOf,
  dayNumber,
  instantOf,
  isoWeekday,
  minuteOfWall,
} from '../../shared/dayClock.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import type { Absence, Presence, Roster, RosterEntry } from './model.ts'

/** Monday, 6 January 2020: where even and odd weeks are counted from, here and in the database. */
const FIRST_MONDAY = dayNumber('2020-01-06')

/**
 * Who makes callbacks for the team in a range, ordered by start: what the week or the day says, minus breaks and
 * absences, inside the service hours. Wall clock times that the clocks skip or repeat are those of `minuteOfWall`.
 */
export function expandRoster(
  roster: Roster,
  teamId: string,
  hours: ServiceHours,
  range: TimeRange,
): Presence[] {
  if (range.start >= range.end) return []
  const found: Presence[] = []
  for (const date of datesBetween(hours.dateOf(range.start), hours.dateOf(range.end - 1))) {
    const openings = hours.openingsOn(date).flatMap((opening) => intersect(opening, range))
    if (openings.length === 0) continue
    const clock = dayClockOf(hours.timeZone, date)
    for (const entry of entriesOn(roster, teamId, date)) found.push(...presencesOn(entry, clock, openings))
  }
  return found.toSorted((a, b) => a.start - b.start || (a.accountId < b.accountId ? -1 : 1))
}

/** What says who works for the team on a date; nothing of people who are absent. */
export function entriesOn({ entries, absences }: Roster, teamId: string, date: string): RosterEntry[] {
  const weekday = isoWeekday(dayNumber(date))
  const parity = weekParity(date)
  const onDate = entries.filter((entry) => entry.weekday === weekday && countsOn(entry, date, parity))
  const withDay = new Set(onDate.filter(({ kind }) => kind === 'day').map(({ accountId }) => accountId))
  const away = new Set(absences.filter((one) => lasts(one, date)).map(({ accountId }) => accountId))
  return onDate.filter(
    ({ teamId: team, kind, accountId }) =>
      team === teamId && !away.has(accountId) && (kind === 'day' || !withDay.has(accountId)),
  )
}

/** Clerk milliseconds in a range: of each presence the time in it, times its share. */
export function workIn(presences: readonly Presence[], range: TimeRange): number {
  return presences.reduce((sum, presence) => sum + shared(presence, range) * presence.share, 0)
}

/** Whether it is in force on a date of its weekday; `parity` is that of the date's week. */
function countsOn({ from, until, everyWeeks }: RosterEntry, date: string, parity: number): boolean {
  if (date < from || (until !== null && date > until)) return false
  return everyWeeks === 1 || weekParity(from) === parity
}

/** 0 for even, 1 for odd weeks since the first Monday. */
function weekParity(date: string): number {
  return Math.floor((dayNumber(date) - FIRST_MONDAY) / 7) % 2
}

/** Whether the absence covers the date. */
export const lasts = ({ from, until }: Absence, date: string): boolean =>
  from <= date && (until === null || date <= until)

function presencesOn(entry: RosterEntry, clock: DayClock, openings: readonly TimeRange[]): Presence[] {
  return spansOf(entry)
    .map(({ from, to }) => ({
      start: instantOf(clock, minuteOfWall(clock, from)),
      end: instantOf(clock, minuteOfWall(clock, to)),
    }))
    .flatMap((span) => openings.flatMap((opening) => intersect(span, opening)))
    .map((span) => ({ ...span, accountId: entry.accountId, share: entry.share / 100 }))
}

/** Its time without the break; minutes since midnight. */
export function spansOf({ opens, closes, pause }: RosterEntry): { from: number; to: number }[] {
  if (!pause) return [{ from: opens, to: closes }]
  return [
    { from: opens, to: pause.opens },
    { from: pause.closes, to: closes },
  ]
}

function intersect(a: TimeRange, b: TimeRange): TimeRange[] {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
  return start < end ? [{ start, end }] : []
}

const shared = (a: TimeRange, b: TimeRange): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
