import { teamsOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { hasRoster, presencesOf } from '../roster/index.ts'
import type { Staffing } from './dutyRule.ts'
import { expected, type Length, plannedMs } from './lengthRule.ts'
import { measuredOf } from './lengthStore.ts'

/** What is known of a team that does not depend on the day. */
export interface TeamFacts {
  /** How long a callback of the team takes, whatever it is about. */
  typical: Length
  /** The same of the service in question. */
  wished: Length
  roster: boolean
  /** The administrator's number; it counts without a roster only. */
  perHour: number
}

export async function teamFacts(
  reader: Reader,
  cityId: string,
  teamId: string,
  serviceId: string | null,
): Promise<TeamFacts> {
  const { team, service } = await measuredOf(reader, cityId, teamId, serviceId)
  const known = (await teamsOf(reader, cityId)).find(({ id }) => id === teamId)
  return {
    typical: expected(null, team),
    wished: expected(service, team),
    roster: await hasRoster(reader, cityId, teamId),
    perHour: known?.callbacksPerHour ?? 0,
  }
}

/** The clerk time that a callback about this is expected to take. */
export async function plannedWork(
  reader: Reader,
  cityId: string,
  teamId: string,
  serviceId: string | null,
): Promise<number> {
  const { team, service } = await measuredOf(reader, cityId, teamId, serviceId)
  return plannedMs(expected(service, team))
}

/** Who makes the team's callbacks in a range. */
export async function staffingIn(
  reader: Reader,
  cityId: string,
  teamId: string,
  { roster, perHour, typical }: TeamFacts,
  range: TimeRange,
): Promise<Staffing> {
  if (!roster) return { kind: 'number', perHour, typicalMs: plannedMs(typical) }
  return { kind: 'roster', presences: await presencesOf(reader, cityId, teamId, range) }
}
