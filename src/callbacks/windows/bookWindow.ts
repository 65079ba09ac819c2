import { serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import { capacityIn, mayBegin, roomIn } from './capacityRule.ts'
import { dutyIn } from './dutyRule.ts'
import { staffingIn, teamFacts } from './staffing.ts'
import { hourAt } from './windowsFor.ts'
import * as windows from './windowStore.ts'

/** The window of the service hours that begins at this moment; null when none does or it is too far ahead. */
export async function windowAt(tx: Tx, ctx: Context, start: Date): Promise<TimeRange | null> {
  return hourAt(await serviceHoursOf(tx, ctx.cityId), start, ctx.clock.now())
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
  const facts = await teamFacts(tx, cityId, teamId, null)
  const staffing = await staffingIn(tx, cityId, teamId, facts, window)
  const hours = await serviceHoursOf(tx, cityId)
  const duty = openIn(hours, window).map((piece) => dutyIn(piece, staffing, now))
  await windows.lockTeam(tx, cityId, teamId)
  const booked = await windows.bookedIn(tx, cityId, teamId, window)
  const room = roomIn(window, duty, booked)
  if (room < workMs) return false
  const capacityMs = capacityIn(window, duty)
  await windows.bookWork(tx, cityId, teamId, window, { workMs, capacityMs })
  return true
}

/** The service time of a window, which lies in one day; less than the window where service hours changed since it was promised. */
function openIn(hours: ServiceHours, window: TimeRange): TimeRange[] {
  return hours
    .openingsOn(hours.dateOf(window.start))
    .filter((opening) => overlaps(opening, window))
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
}
