import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { promisedIn } from './capacityRule.ts'
import { gridOn } from './gridRule.ts'
import { dutyOn } from './outlook.ts'
import { staffingIn, teamFacts } from './staffing.ts'
import { workAhead } from './windowStore.ts'

const DAY_MS = 86_400_000

/** A team's open work against the clerks who are there until it closes. All in clerk milliseconds. */
export interface Backlog {
  /** When the city closes today; null when it does not open any more today. */
  closesAt: number | null
  /** Planned work of all open callbacks that are due today, what is overdue included. */
  openWorkMs: number
  /** Clerk time on duty from now until then; without a roster, of one person at least. */
  staffUntilClosingMs: number
  /** What is left of each hour until then, and the open work that was promised in it. */
  perHour: readonly (TimeRange & { clerkMs: number; capacityMs: number; promisedMs: number })[]
}

export async function estimateBacklog(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
): Promise<Backlog> {
  const hours = await serviceHoursOf(reader, cityId)
  const at = now.getTime()
  const today = hours.dateOf(now)
  const grid = gridOn(hours, today)
  const closing = grid.hours.at(-1)?.end ?? 0
  const closesAt = closing > at ? closing : null
  const until = closesAt ?? at
  const facts = await teamFacts(reader, cityId, teamId, null)
  const staffing = await staffingIn(reader, cityId, teamId, facts, hours, { start: at, end: until })
  const duty = closesAt === null ? [] : dutyOn(grid, staffing, at)
  const { booked, loose } = await workAhead(reader, cityId, teamId, now, new Date(at + DAY_MS))
  // A closure may have been added since: what was promised for today is due today all the same.
  const due = [...booked, ...loose].filter(({ end }) => hours.dateOf(end - 1) <= today)
  return {
    closesAt,
    openWorkMs: due.reduce((sum, { workMs }) => sum + workMs, 0),
    staffUntilClosingMs: duty.reduce((sum, { clerkMs }) => sum + clerkMs, 0),
    perHour: grid.hours.flatMap((hour) => {
      const left = duty.find((piece) => piece.end === hour.end)
      if (!left) return []
      const { start, end, clerkMs, promisedMs: capacityMs } = left
      return [{ start, end, clerkMs, capacityMs, promisedMs: promisedIn(hour, booked) }]
    }),
  }
}
