import { clockTime } from '../../city/index.ts'
import { dayClockOf, minuteOf, wallOfMinute } from '../../shared/dayClock.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { overlaps } from '../../shared/timeRange.ts'
import type { AbsenceView, EntryView, PersonView, RosterView } from './contract.ts'
import type { Absence, Roster, RosterEntry } from './model.ts'
import { entriesOn, expandRoster, lasts, spansOf } from './rosterRule.ts'

type Hours = NonNullable<RosterView['roster']>['days'][number]['hours']

/** The service hours of a date and how many people make callbacks in some part of each. */
export function presentHours(roster: Roster, teamId: string, hours: ServiceHours, date: string): Hours {
  const openings = hours.openingsOn(date)
  const [first, last] = [openings[0], openings.at(-1)]
  if (!first || !last) return []
  const clock = dayClockOf(hours.timeZone, date)
  const wall = (at: number) => clockTime(wallOfMinute(clock, minuteOf(clock, at)))
  const day = { start: first.start, end: last.end }
  const presences = expandRoster(roster, teamId, hours, day)
  return hours.windows(day.start, { until: day.end }).map((window) => ({
    from: wall(window.start),
    to: wall(window.end),
    people: new Set(presences.filter((one) => overlaps(one, window)).map(({ accountId }) => accountId)).size,
  }))
}

/** One member of the team: each of these dates, and what the roster says of the person from the first one on. */
export function presentPerson(
  { id, name }: { id: string; name: string },
  roster: Roster,
  teamId: string,
  dates: readonly string[],
): Omit<PersonView, 'mine'> {
  const own: Roster = {
    entries: roster.entries.filter(({ accountId }) => accountId === id),
    absences: roster.absences.filter(({ accountId }) => accountId === id),
  }
  return {
    id,
    name,
    days: dates.map((date) => ({
      absent: own.absences.some((absence) => lasts(absence, date)),
      times: entriesOn(own, teamId, date).flatMap((entry) =>
        spansOf(entry).map(({ from, to }) => ({
          from: clockTime(from),
          to: clockTime(to),
          share: entry.share,
        })),
      ),
    })),
    entries: own.entries.filter((entry) => entry.teamId === teamId).map(presentEntry),
    absences: own.absences.map(presentAbsence),
  }
}

const presentEntry = (entry: RosterEntry): EntryView => ({
  id: entry.id,
  kind: entry.kind,
  weekday: entry.weekday,
  opens: clockTime(entry.opens),
  closes: clockTime(entry.closes),
  breakOpens: entry.pause ? clockTime(entry.pause.opens) : null,
  breakCloses: entry.pause ? clockTime(entry.pause.closes) : null,
  share: entry.share,
  everyWeeks: entry.everyWeeks,
  from: entry.from,
  until: entry.until,
})

const presentAbsence = ({ id, from, until }: Absence): AbsenceView => ({ id, from, until })
