import { serviceHoursOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { shortWindow } from '../../shared/germanTime.ts'
import type { GapView } from './contract.ts'
import type { OpenDue, Presence } from './model.ts'
import { presencesOf } from './presencesOf.ts'
import { workIn } from './rosterRule.ts'
import * as store from './rosterStore.ts'

/** Times with callbacks to be made in which nobody of the team is on duty; none for a team without a roster. */
export async function gapsOf(reader: Reader, cityId: string, teamId: string, now: Date): Promise<GapView[]> {
  if (!(await store.hasRoster(reader, cityId, teamId))) return []
  const due = await store.openDue(reader, cityId, teamId, now)
  const end = Math.max(0, ...due.map((one) => one.end))
  const presences = await presencesOf(reader, cityId, teamId, { start: now.getTime(), end })
  const { timeZone } = await serviceHoursOf(reader, cityId)
  return uncovered(due, presences, now.getTime()).map(({ promises, ...window }) => ({
    when: shortWindow(window, now, timeZone),
    promises,
  }))
}

/** Those of which nothing that is left of them is anybody's time. */
export const uncovered = (
  due: readonly OpenDue[],
  presences: readonly Presence[],
  now: number,
): readonly OpenDue[] =>
  due.filter(({ start, end }) => workIn(presences, { start: Math.max(start, now), end }) === 0)
