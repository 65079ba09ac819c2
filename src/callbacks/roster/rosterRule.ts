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
  { entries, absences }: Roster,
  teamId: string,
  hours: ServiceHours,
  range: TimeRange,
): Presence[] {
  if (range.start >= range.end) return []
  const away = byAccount(absences)
  const weekly = Map.groupBy(
    entries.filter(({ kind, teamId: team }) => kind === 'weekly' && team === teamId),
    ({ weekday }) => weekday,
  )
  const days = Map.groupBy(
    entries.filter(({ kind }) => kind === 'day'),
    ({ from }) => from,
  )
  const found: Presence[] = []
  for (const date of datesBetween(hours.dateOf(range.start), hours.dateOf(range.end - 1))) {
    const openings = hours.openingsOn(date).flatMap((opening) => intersect(opening, range))
    if (openings.length === 0) continue
    const clock = dayClockOf(hours.timeZone, date)
    const special = days.get(date) ?? []
    const instead = new Set(special.map(({ accountId }) => accountId))
    const usual = (weekly.get(isoWeekday(dayNumber(date))) ?? []).filter(
      (entry) => !instead.has(entry.accountId) && countsOn(entry, date),
    )
    for (const entry of [...usual, ...special.filter((one) => one.teamId === teamId)]) {
      if (away.get(entry.accountId)?.some((absence) => lasts(absence, date))) continue
      found.push(...presencesOn(entry, clock, openings))
    }
  }
  return found.toSorted((a, b) => a.start - b.start || (a.accountId < b.accountId ? -1 : 1))
}

/** Clerk milliseconds in a range: of each presence the time in it, times its share. */
export function workIn(presences: readonly Presence[], range: TimeRange): number {
  return presences.reduce((sum, presence) => sum + shared(presence, range) * presence.share, 0)
}

/** Whether a weekly entry names the date, its weekday aside. */
function countsOn({ from, until, everyWeeks }: RosterEntry, date: string): boolean {
  if (date < from || (until !== null && date > until)) return false
  return everyWeeks === 1 || weekParity(date) === weekParity(from)
}

/** 0 for even, 1 for odd weeks since the first Monday. */
export function weekParity(date: string): number {
  return Math.floor((dayNumber(date) - FIRST_MONDAY) / 7) % 2
}

/** Whether the absence covers the date. */
export const lasts = ({ from, until }: Absence, date: string): boolean =>
  from <= date && (until === null || date <= until)

function presencesOn(entry: RosterEntry, clock: DayClock, openings: readonly TimeRange[]): Presence[] {
  const { accountId, pause, share } = entry
  const spans = pause
    ? [
        { opens: entry.opens, closes: pause.opens },
        { opens: pause.closes, closes: entry.closes },
      ]
    : [entry]
  return spans
    .map(({ opens, closes }) => ({
      start: instantOf(clock, minuteOfWall(clock, opens)),
      end: instantOf(clock, minuteOfWall(clock, closes)),
    }))
    .flatMap((span) => openings.flatMap((opening) => intersect(span, opening)))
    .map((span) => ({ ...span, accountId, share: share / 100 }))
}

function intersect(a: TimeRange, b: TimeRange): TimeRange[] {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
  return start < end ? [{ start, end }] : []
}

const shared = (a: TimeRange, b: TimeRange): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

const byAccount = (absences: readonly Absence[]): ReadonlyMap<string, Absence[]> =>
  Map.groupBy(absences, ({ accountId }) => accountId)
