import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import { staffingIn, teamFacts } from '../windows/staffing.ts'
import type { Duty } from './serveRule.ts'

const HOUR_MS = 3_600_000

/**
 * Who makes callbacks for the team in a range. Without a roster the administrator's number of callbacks per hour stands
 * for it: one person who does so much in the service hours, as in the windows that are offered.
 */
export async function dutiesOf(
  reader: Reader,
  cityId: string,
  teamId: string,
  hours: ServiceHours,
  range: TimeRange,
): Promise<Duty[]> {
  const facts = await teamFacts(reader, cityId, teamId, null)
  const staffing = await staffingIn(reader, cityId, teamId, facts, hours, range)
  if (staffing.kind === 'roster')
    return staffing.presences.map(({ start, end, accountId, share }) => ({
      start,
      end,
      who: accountId,
      speed: share,
    }))
  const { perHour, typicalMs } = staffing
  if (perHour === 0) return []
  const speed = Math.max(1, (perHour * typicalMs) / HOUR_MS)
  return datesBetween(hours.dateOf(range.start), hours.dateOf(range.end))
    .flatMap((date) => hours.openingsOn(date))
    .filter((opening) => overlaps(opening, range))
    .map(({ start, end }) => ({ start, end, who: 'the team', speed }))
}

/** Whether nobody of the team was to make callbacks at any moment of a range. */
export async function isNobodyOnDuty(
  reader: Reader,
  cityId: string,
  teamId: string,
  range: TimeRange,
): Promise<boolean> {
  const hours = await serviceHoursOf(reader, cityId)
  const duties = await dutiesOf(reader, cityId, teamId, hours, range)
  return !duties.some((duty) => overlaps(duty, range))
}
