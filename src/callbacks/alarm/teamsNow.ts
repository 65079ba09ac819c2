import { serviceHoursOf, teamsOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import type { TeamNow } from './alarmRule.ts'
import * as store from './alarmStore.ts'
import { dutiesOf } from './duties.ts'

/** A call in hand that already took longer than planned is taken to last so long still. */
const LEAST_LEFT_MS = 60_000

/** A team with its open promises and who is on duty for them. */
export interface WatchedTeam extends TeamNow {
  id: string
  name: string
  promises: readonly store.WatchedPromise[]
}

/**
 * All teams of a city that owe calls, as they are at this moment; with `begunBy` only of what has begun by then. A call
 * that is being made needs nobody any more.
 */
export async function teamsNow(
  reader: Reader,
  cityId: string,
  now: Date,
  which: { begunBy?: Date } = {},
): Promise<WatchedTeam[]> {
  const byTeam = Map.groupBy(await store.openPromises(reader, cityId, now, which), ({ teamId }) => teamId)
  if (byTeam.size === 0) return []
  const hours = await serviceHoursOf(reader, cityId)
  const callers = await store.callersNow(reader, cityId)
  const teams = await teamsOf(reader, cityId)
  const watched: WatchedTeam[] = []
  for (const team of teams) {
    const owed = byTeam.get(team.id)
    if (!owed) continue
    const range = { start: now.getTime(), end: Math.max(...owed.map((one) => one.windowEnd.getTime())) }
    const promises = owed.filter(({ calling }) => !calling)
    const duties = await dutiesOf(reader, cityId, team.id, hours, range)
    watched.push({
      id: team.id,
      name: team.name,
      promises,
      duties: duties.map((duty) => ({ ...duty, busyUntil: busyUntil(callers.get(duty.who), now) })),
      closesAt: closingOf(hours, now),
    })
  }
  return watched
}

/** The end of today's service hours; now when there is none today. */
function closingOf(hours: ServiceHours, now: Date): Date {
  const end = hours.openingsOn(hours.dateOf(now)).at(-1)?.end ?? 0
  return new Date(Math.max(end, now.getTime()))
}

const busyUntil = (planned: Date | undefined, now: Date): number | null =>
  planned === undefined ? null : Math.max(planned.getTime(), now.getTime() + LEAST_LEFT_MS)
