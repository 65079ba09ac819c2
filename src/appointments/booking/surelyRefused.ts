import type { Context } from '../../platform/context.ts'
import { hasMinute } from '../capacity/minuteSet.ts'
import { minuteOf } from '../../shared/dayClock.ts'
import { isCurrent } from '../dayStore.ts'
import type { Missed } from '../offers/offersFor.ts'
import { quotaOf } from './hands.ts'
import { memoryOf } from '../settings/offices.ts'

/**
 * Why there is nothing to be had for the wish at this moment, without waiting for the day's lock: memory says so and knows
 * the newest version of the day. Most wishes of a rush end here. Null means only that the lock has to tell.
 */
export async function surelyRefused(
  ctx: Context,
  { office, demand, start, quota = quotaOf(ctx) }: Missed,
  date: string,
): Promise<'not-free' | 'not-released' | null> {
  const { availability } = memoryOf(ctx, ctx.cityId)
  const { id: officeId, gridMinutes } = office
  const now = ctx.clock.now()
  const asked = { officeId, from: date, to: date, demand, gridMinutes, quota, now: now.getTime() }
  const [day] = await availability.days(asked)
  if (!day || hasMinute(day.starts, minuteOf(day.clock, start))) return null
  if (!(await isCurrent(ctx.db, { cityId: ctx.cityId, officeId, date }, day.version, now))) return null
  return day.isReleased ? 'not-free' : 'not-released'
}
