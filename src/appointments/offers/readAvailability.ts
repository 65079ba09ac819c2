import type { Context } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import { wallOfMinute } from '../../shared/dayClock.ts'
import { minuteEnding } from '../../shared/dayClock.ts'
import { minutesOf } from '../capacity/minuteSet.ts'
import type { FreeDay } from '../capacity/availability.ts'
import type { AvailabilityView } from '../contract.ts'
import { demandOf, type ServiceWish } from '../capacity/lengthRule.ts'
import { dateAt } from '../dates.ts'
import { quotaOf } from '../booking/hands.ts'
import { lastDate } from './offerRule.ts'
import { memoryOf, officeFor, knownCity } from '../settings/offices.ts'

export interface AvailabilityRequest {
  services: readonly ServiceWish[]
  office?: string | undefined
  /** 'YYYY-MM-DD', both included. */
  from: string
  to: string
}

export interface FreeDays {
  days: readonly FreeDay[]
  today: string
  /** The moment of the answer, epoch ms. */
  now: number
}

/** The days that can be booked at all, with their free times; days without one are in it too. From memory. @throws Problem 404, 422 */
export async function freeDays(ctx: Context, request: AvailabilityRequest): Promise<FreeDays> {
  const { office, services } = await officeFor(ctx, ctx.cityId, request.office)
  const demand = demandOf(request.services, services)
  if (!demand.ok) throw invalid({ service: demand.message })
  const now = ctx.clock.now().getTime()
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const today = dateAt(now, timeZone)
  const last = lastDate(office, now, timeZone)
  const from = request.from < today ? today : request.from
  const to = request.to > last ? last : request.to
  if (from > to) return { days: [], today, now }
  const { availability } = memoryOf(ctx, ctx.cityId)
  const { id: officeId, gridMinutes } = office
  const days = await availability.days({
    officeId,
    from,
    to,
    demand: demand.value,
    gridMinutes,
    quota: quotaOf(ctx),
    now,
  })
  return { days, today, now }
}

/** The free times of each day, as the clock in the city shows them. @throws Problem 404, 422 */
export async function readAvailability(
  ctx: Context,
  request: AvailabilityRequest,
): Promise<AvailabilityView> {
  return viewOf(await freeDays(ctx, request))
}

export const viewOf = ({ days, today, now }: FreeDays): AvailabilityView => ({
  days: days.map((day) => ({ date: day.date, times: timesOf(day, day.date === today ? now : null) })),
})

const timesOf = ({ clock, starts }: FreeDay, now: number | null): string[] =>
  minutesOf(starts, now === null ? 0 : minuteEnding(clock, now)).map((minute) =>
    clockTime(wallOfMinute(clock, minute)),
  )

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
