import { serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { roomIn } from './capacityRule.ts'
import { callbacksPerHour, comingWindows } from './windowsFor.ts'
import * as windows from './windowStore.ts'

/** The window of the service hours that begins at this moment; null when none does or it is too far ahead. */
export async function windowAt(tx: Tx, ctx: Context, start: Date): Promise<TimeRange | null> {
  const hours = await serviceHoursOf(tx, ctx.cityId)
  const coming = comingWindows(hours, ctx.clock.now())
  return coming.find((window) => window.start === start.getTime()) ?? null
}

/** Books one unit of the team's capacity. @returns false when the window has no room */
export async function bookWindow(tx: Tx, ctx: Context, teamId: string, window: TimeRange): Promise<boolean> {
  const perHour = await callbacksPerHour(tx, ctx.cityId, teamId)
  const taken = await windows.takenIn(tx, ctx.cityId, teamId, window)
  // Only other windows: the statement that books counts this one itself, under its lock.
  const others = taken.filter((other) => other.start !== window.start)
  const room = roomIn(window, perHour, others, ctx.clock.now().getTime())
  return room > 0 && windows.bookUnit(tx, ctx.cityId, teamId, window, room)
}
