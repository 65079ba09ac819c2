import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { contains, type TimeRange } from '../../shared/timeRange.ts'
import { daysAhead, outlookOf } from './outlook.ts'
import type { Foreseen } from './trackerStore.ts'

/** By when the first attempt of one more callback in this window is expected; asked before it is booked. */
export async function foresee(
  tx: Tx,
  ctx: Context,
  teamId: string,
  window: TimeRange,
  workMs: number,
): Promise<Foreseen> {
  const { cityId } = ctx
  const now = ctx.clock.now()
  const outlook = await outlookOf(tx, cityId, teamId, now, { workMs })
  const { theta } = outlook.facts
  for await (const day of daysAhead(tx, cityId, teamId, now, outlook)) {
    if (!day.grid.hours.some((hour) => contains(hour, window.start))) continue
    const by = day.forecast(day.state, window, day.theta)
    return { teamId, theta, expectedBy: by === null ? null : new Date(by) }
  }
  return { teamId, theta, expectedBy: null }
}
