import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { contains, type TimeRange } from '../../shared/timeRange.ts'
import type { Presence } from './model.ts'
import { expandRoster } from './rosterRule.ts'
import * as store from './rosterStore.ts'

/**
 * Who of the team is on duty in a range: weekly roster minus breaks, absences, days on which the city is closed; cut to
 * the service hours; active accounts with the right role that belong to the team only. Ordered by start.
 */
export async function presencesOf(
  reader: Reader,
  cityId: string,
  teamId: string,
  range: TimeRange,
): Promise<readonly Presence[]> {
  if (range.start >= range.end) return []
  const hours = await serviceHoursOf(reader, cityId)
  const presences = await presencesWithin(reader, cityId, teamId, hours, range)
  return presences(range)
}

/** The same for any range inside of `span`, read once, for who knows the service hours and looks at one day after the other. */
export async function presencesWithin(
  reader: Reader,
  cityId: string,
  teamId: string,
  hours: ServiceHours,
  span: TimeRange,
): Promise<(range: TimeRange) => readonly Presence[]> {
  if (span.start >= span.end) return () => []
  const days = { first: hours.dateOf(span.start), last: hours.dateOf(span.end - 1) }
  const roster = await store.loadRoster(reader, cityId, teamId, days)
  return (range) => expandRoster(roster, teamId, hours, range)
}

/**
 * Whether this person works on callbacks at this moment. Who is absent does not, in a roster or not; null: no roster
 * names the person, so nothing is known.
 */
export async function onDuty(
  reader: Reader,
  cityId: string,
  accountId: string,
  at: Date,
): Promise<boolean | null> {
  const hours = await serviceHoursOf(reader, cityId)
  if (await store.isAbsent(reader, cityId, accountId, hours.dateOf(at))) return false
  const teamIds = await store.rostersOf(reader, cityId, accountId)
  if (teamIds.length === 0) return null
  const moment = { start: at.getTime(), end: at.getTime() + 1 }
  for (const teamId of teamIds) {
    const presences = await presencesWithin(reader, cityId, teamId, hours, moment)
    if (presences(moment).some((one) => one.accountId === accountId && contains(one, at))) return true
  }
  return false
}
