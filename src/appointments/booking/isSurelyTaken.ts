import type { Context } from '../../platform/context.ts'
import { hasMinute } from '../capacity/minuteSet.ts'
import { minuteOf } from '../capacity/dayClock.ts'
import { isCurrent } from '../dayStore.ts'
import type { Missed } from '../offers/offersFor.ts'
import { memoryOf } from '../settings/offices.ts'

/**
 * Whether there is no room for the wish at this moment, without waiting for the day's lock: memory says so and knows the
 * newest version of the day. Most wishes of a rush end here. False means only that the lock has to tell.
 */
export async function isSurelyTaken(
  ctx: Context,
  { office, demand, start }: Missed,
  date: string,
): Promise<boolean> {
  const { availability } = memoryOf(ctx, ctx.cityId)
  const { id: officeId, gridMinutes } = office
  const [day] = await availability.days({ officeId, from: date, to: date, demand, gridMinutes })
  if (!day || hasMinute(day.starts, minuteOf(day.clock, start))) return false
  return isCurrent(ctx.db, { cityId: ctx.cityId, officeId, date }, day.version, ctx.clock.now())
}
