import { serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { capacityIn, mayBegin, roomIn } from './capacityRule.ts'
import { gridOn, isSame } from './gridRule.ts'
import { dutyOn, HORIZON_DAYS } from './outlook.ts'
import { staffingIn, teamFacts } from './staffing.ts'
import * as windows from './windowStore.ts'

const DAY_MS = 86_400_000

/**
 * The window of the service hours that begins and ends at these moments; without an end, the hour that begins then.
 * Null when there is none, it is over or too far ahead.
 */
export async function windowAt(
  tx: Tx,
  ctx: Context,
  start: Date,
  end?: Date | undefined,
): Promise<TimeRange | null> {
  const hours = await serviceHoursOf(tx, ctx.cityId)
  const now = ctx.clock.now().getTime()
  if (Math.abs(start.getTime() - now) > HORIZON_DAYS * DAY_MS) return null
  const grid = gridOn(hours, hours.dateOf(start))
  const window = end
    ? [...grid.hours, ...grid.wide].find((each) =>
        isSame(each, { start: start.getTime(), end: end.getTime() }),
      )
    : grid.hours.find((each) => each.start === start.getTime())
  return window && window.end > now ? window : null
}

/** Books planned work into a window of the team. @returns false when it has no room */
export async function bookWindow(
  tx: Tx,
  ctx: Context,
  teamId: string,
  window: TimeRange,
  workMs: number,
): Promise<boolean> {
  const { cityId } = ctx
  const now = ctx.clock.now().getTime()
  if (!mayBegin(window, now)) return false
  const hours = await serviceHoursOf(tx, cityId)
  const grid = gridOn(hours, hours.dateOf(window.start))
  const [first, last] = [grid.hours[0], grid.hours.at(-1)]
  if (!first || !last) return false
  const day = { start: Math.min(first.start, window.start), end: Math.max(last.end, window.end) }
  const facts = await teamFacts(tx, cityId, teamId, null)
  const duty = dutyOn(grid, await staffingIn(tx, cityId, teamId, facts, hours, day), now)
  await windows.lockTeam(tx, cityId, teamId)
  const booked = await windows.bookedIn(tx, cityId, teamId, { start: Math.max(day.start, now), end: day.end })
  if (roomIn(window, grid.wide, duty, booked) < workMs) return false
  const capacityMs = capacityIn(window, duty)
  await windows.bookWork(tx, cityId, teamId, window, { workMs, capacityMs })
  return true
}
