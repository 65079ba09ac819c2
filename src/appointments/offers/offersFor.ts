import type { Context } from '../../platform/context.ts'
import { Problem } from '../../platform/problems.ts'
import { instantsOf } from '../capacity/availability.ts'
import type { Offer } from '../contract.ts'
import { dateAt, daysLater } from '../dates.ts'
import type { Demand } from '../model.ts'
import type { Quota } from '../release/plan.ts'
import type { Office } from '../settings/office.ts'
import { memoryOf, knownCity } from '../settings/offices.ts'
import { lastDate, nearest } from './offerRule.ts'
import { quotaOf } from '../booking/hands.ts'
import { NoRoom } from '../booking/refusals.ts'

const OFFERS = 5
/** Looked through first; further days only where these have nothing. */
const NEAR_DAYS = 7

/** What somebody could not have. */
export interface Missed {
  office: Office
  demand: Demand
  /** Epoch ms. */
  start: number
  /** Whose part was asked for; without it the asker's own. */
  quota?: Quota
}

/** The five free times nearest to the one that was missed, from memory. */
export async function offersFor(ctx: Context, missed: Missed): Promise<Offer[]> {
  const now = ctx.clock.now().getTime()
  const { timeZone } = await knownCity(ctx, ctx.cityId)
  const today = dateAt(now, timeZone)
  const last = lastDate(missed.office, now, timeZone)
  const wished = dateAt(missed.start, timeZone)
  const near = { from: daysLater(wished, -NEAR_DAYS), to: daysLater(wished, NEAR_DAYS) }
  const spans = [
    { from: near.from < today ? today : near.from, to: near.to > last ? last : near.to },
    { from: today, to: last },
  ]
  let found: number[] = []
  for (const span of spans.filter(({ from, to }) => from <= to)) {
    found = nearest(await freeIn(ctx, missed, span, now), missed.start, OFFERS)
    if (found.length === OFFERS) break
  }
  return found.map((start) => asOffer(start, missed))
}

async function freeIn(
  ctx: Context,
  { office, demand, quota = quotaOf(ctx) }: Missed,
  span: { from: string; to: string },
  now: number,
): Promise<number[]> {
  const { availability } = memoryOf(ctx, ctx.cityId)
  const { id: officeId, gridMinutes } = office
  const days = await availability.days({ officeId, ...span, demand, gridMinutes, quota, now })
  return days.flatMap((day) => instantsOf(day, now))
}

const asOffer = (start: number, { demand }: Missed): Offer => ({
  start: new Date(start).toISOString(),
  end: new Date(start + demand.minutes * 60_000).toISOString(),
})

/** Runs what may miss its time; a refusal for want of room then carries other times. */
export async function offering<T>(
  ctx: Context,
  missed: () => Promise<Missed>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error
    const offers = await offersFor(ctx, await missed())
    throw new Problem(error.status, error.code, error.message, {}, { cause: error, extensions: { offers } })
  }
}
