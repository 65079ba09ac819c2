import type { Reader } from '../../platform/db/connect.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { presencesWithin } from '../roster/index.ts'
import type { Staffing } from './dutyRule.ts'
import { factsOf } from './factsStore.ts'
import { expected, type Length, plannedMs } from './lengthRule.ts'
import { measuredOf } from './lengthStore.ts'
import { FIRST_THETA } from './trackerRule.ts'

/** What is known of a team that does not depend on the day. */
export interface TeamFacts {
  /** How long a callback of the team takes, whatever it is about. */
  typical: Length
  /** The same of the service in question. */
  wished: Length
  roster: boolean
  /** The administrator's number; it counts without a roster only. */
  perHour: number
  /** As learnt; `thetaFor` says what of it counts. */
  theta: number
}

export async function teamFacts(
  reader: Reader,
  cityId: string,
  teamId: string,
  serviceId: string | null,
): Promise<TeamFacts> {
  const { team, service, roster, perHour, theta } = await factsOf(reader, cityId, teamId, serviceId)
  return {
    typical: expected(null, team),
    wished: expected(service, team),
    roster,
    perHour: perHour ?? 0,
    theta: theta ?? FIRST_THETA,
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
  facts: TeamFacts,
  hours: ServiceHours,
  range: TimeRange,
): Promise<Staffing> {
  const staffing = await staffingWithin(reader, cityId, teamId, facts, hours, range)
  return staffing(range)
}

/** The same for any range inside of `span`, read once. */
export async function staffingWithin(
  reader: Reader,
  cityId: string,
  teamId: string,
  { roster, perHour, typical }: TeamFacts,
  hours: ServiceHours,
  span: TimeRange,
): Promise<(range: TimeRange) => Staffing> {
  if (!roster) return () => ({ kind: 'number', perHour, typicalMs: plannedMs(typical) })
  const presences = await presencesWithin(reader, cityId, teamId, hours, span)
  return (range) => ({ kind: 'roster', presences: presences(range) })
}
