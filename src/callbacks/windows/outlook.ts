import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import type { Booked } from './capacityRule.ts'
import { type Duty, dutyIn, type Staffing } from './dutyRule.ts'
import { forecastByWorkAhead } from './forecast.ts'
import { type DayGrid, gridOn } from './gridRule.ts'
import { plannedMs } from './lengthRule.ts'
import type { DayFacts } from './offerRule.ts'
import { staffingWithin, type TeamFacts, teamFacts } from './staffing.ts'
import { thetaFor } from './trackerRule.ts'
import { type WorkAhead, workAhead } from './windowStore.ts'

const DAY_MS = 86_400_000
/** Further ahead nothing is promised. */
export const HORIZON_DAYS = 90
/** Most offers lie in the first days; each further look reaches twice as far. */
const FIRST_LOOK_DAYS = 2

/** What the callback will be about, where it is known, or its planned work: so much room is looked for. */
export interface Wish {
  serviceId?: string | null
  workMs?: number
}

/** What counts on every day to come. */
export interface Outlook {
  hours: ServiceHours
  facts: TeamFacts
  workMs: number
  work: WorkAhead
}

export async function outlookOf(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
  { serviceId = null, workMs }: Wish,
): Promise<Outlook> {
  const [facts, hours, work] = await Promise.all([
    teamFacts(reader, cityId, teamId, serviceId),
    serviceHoursOf(reader, cityId),
    workAhead(reader, cityId, teamId, now, horizonOf(now)),
  ])
  return { hours, facts, work, workMs: workMs ?? plannedMs(facts.wished) }
}

/** The open days to come, the running one first, with all that decides about their windows; worked out only as far as they are asked for. */
export async function* daysAhead(
  reader: Reader,
  cityId: string,
  teamId: string,
  now: Date,
  outlook: Outlook,
): AsyncGenerator<DayFacts, void> {
  const { facts, hours } = outlook
  if (!facts.roster && facts.perHour === 0) return
  const span = { start: now.getTime(), end: horizonOf(now).getTime() }
  yield* daysOf(now, outlook, await staffingWithin(reader, cityId, teamId, facts, hours, span))
}

/** The same from what was read. What is booked on a day that was closed since is open work like any other. */
export function* daysOf(
  now: Date,
  { hours, facts, workMs, work }: Outlook,
  staffingOf: (range: TimeRange) => Staffing,
): Generator<DayFacts, void> {
  const duty: Duty[] = []
  const open = [...work.loose, ...work.booked]
  for (const days of looks(hours, now)) {
    const range = { start: days[0]!.hours[0]!.start, end: days.at(-1)!.hours.at(-1)!.end }
    const coming = { start: Math.max(range.start, now.getTime()), end: range.end }
    const staffing = staffingOf(coming)
    for (const grid of days) {
      const ofDay = dutyOn(grid, staffing, now.getTime())
      duty.push(...ofDay)
      yield {
        grid,
        duty: ofDay,
        booked: bookedOn(grid, work.booked),
        state: { now: now.getTime(), duty, open, length: facts.typical },
        forecast: forecastByWorkAhead,
        theta: thetaFor(facts.theta, facts.roster),
        workMs,
      }
    }
  }
}

/** After the last day on which anything is promised, in whatever time zone. */
const horizonOf = (now: Date): Date => new Date(now.getTime() + (HORIZON_DAYS + 2) * DAY_MS)

/** Open days in looks that reach further and further. */
function* looks(hours: ServiceHours, now: Date): Generator<readonly DayGrid[], void> {
  const dates = datesBetween(hours.dateOf(now), hours.dateOf(now.getTime() + HORIZON_DAYS * DAY_MS))
  for (let from = 0, count = FIRST_LOOK_DAYS; from < dates.length; from += count, count *= 2) {
    const days = dates.slice(from, from + count).map((date) => gridOn(hours, date))
    const open = days.filter((day) => (day.hours.at(-1)?.end ?? 0) > now.getTime())
    if (open.length > 0) yield open
  }
}

export function dutyOn(grid: DayGrid, staffing: Staffing, now: number): Duty[] {
  const [first, last] = [grid.hours[0], grid.hours.at(-1)]
  if (!first || !last) return []
  const day = { start: first.start, end: last.end }
  const there: Staffing =
    staffing.kind === 'number'
      ? staffing
      : { kind: 'roster', presences: staffing.presences.filter((one) => overlaps(one, day)) }
  return grid.hours.filter(({ end }) => end > now).map((piece) => dutyIn(piece, there, now))
}

function bookedOn(grid: DayGrid, booked: readonly Booked[]): Booked[] {
  const [first, last] = [grid.hours[0], grid.hours.at(-1)]
  if (!first || !last) return []
  const day: TimeRange = { start: first.start, end: last.end }
  return booked.filter((one) => overlaps(one, day))
}
