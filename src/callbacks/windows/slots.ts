import { serviceHoursOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { bookWindow } from './bookWindow.ts'
import type { Callback } from '../model.ts'
import { HORIZON_WINDOWS, windowsFor } from './windowsFor.ts'
import { lockTeam, releaseWork } from './windowStore.ts'

export interface Slot extends TimeRange {
  booked: boolean
}

/**
 * Books the slot that `choose` takes from the windows with room that are still to begin. Where none has room, the next
 * window is taken without booking it: the work is not lost, and no promise depends on it.
 */
export async function planSlot(
  tx: Tx,
  ctx: Context,
  callback: Pick<Callback, 'practice' | 'dueFrom' | 'dueUntil' | 'workMs'>,
  teamId: string,
  choose: (windows: readonly TimeRange[], timeZone: string) => TimeRange | null,
): Promise<Slot> {
  const now = ctx.clock.now()
  const hours = await serviceHoursOf(tx, ctx.cityId)
  const free = await windowsFor(tx, ctx.cityId, teamId, now, HORIZON_WINDOWS, {
    workMs: callback.workMs,
    wide: true,
  })
  const windows: TimeRange[] = free.filter((window) => window.start > now.getTime())
  for (let left = windows; left.length > 0;) {
    const window = choose(left, hours.timeZone)
    if (!window) break
    if (callback.practice) return { ...window, booked: false }
    if (await bookWindow(tx, ctx, teamId, window, callback.workMs)) return { ...window, booked: true }
    left = left.filter((other) => other !== window)
  }
  const [next] = hours.windows(now, { count: 1 })
  const slot = next ?? { start: callback.dueFrom.getTime(), end: callback.dueUntil.getTime() }
  return { ...slot, booked: false }
}

/** Gives back the time of a slot, for a callback that is done or due at another time. What has passed of a window is no room anyway. */
export async function releaseSlot(tx: Tx, ctx: Context, callback: Callback): Promise<void> {
  const { booksUnit, teamId, dueFrom: start, dueUntil: end, workMs } = callback
  if (!booksUnit) return
  // As whoever books does, and first: else two who change their windows crosswise wait for each other.
  await lockTeam(tx, ctx.cityId, teamId)
  await releaseWork(tx, ctx.cityId, teamId, { start, end }, workMs)
}
