import type { TimeRange } from '../../shared/timeRange.ts'

/** When somebody makes callbacks for a team. Times are minutes since local midnight, dates 'YYYY-MM-DD'. */
export interface RosterEntry {
  id: string
  teamId: string
  accountId: string
  /** `day`: this one date, instead of all that the person's week says of it. */
  kind: 'weekly' | 'day'
  /** ISO: 1 is Monday. */
  weekday: number
  opens: number
  closes: number
  pause: { opens: number; closes: number } | null
  /** Percent of the time that goes to callbacks. */
  share: number
  /** 2: every other week, counted from the week of `from`. */
  everyWeeks: 1 | 2
  from: string
  /** The last day; null without end. */
  until: string | null
}

/** Whole days; `until` is the last one, null until further notice. No reason is ever kept. */
export interface Absence {
  id: string
  accountId: string
  from: string
  until: string | null
}

/** What is known of the members of a team in some days: also their day entries for other teams. */
export interface Roster {
  entries: readonly RosterEntry[]
  absences: readonly Absence[]
}

/** Somebody who makes callbacks in this time; `share` (0..1] of the time goes to callbacks (who also sits at the counter: less than 1). */
export interface Presence extends TimeRange {
  accountId: string
  share: number
}

/** So many callbacks are to be made in this time. */
export interface OpenDue extends TimeRange {
  promises: number
}
