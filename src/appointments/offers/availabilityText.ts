import type { Context } from '../../platform/context.ts'
import { type Tagged, tagged } from '../../platform/http/taggedJson.ts'
import { memoryOf } from '../settings/offices.ts'
import { type AvailabilityRequest, freeDays, viewOf } from './readAvailability.ts'

const MINUTE_MS = 60_000

/**
 * The answer of `readAvailability` as JSON, made once for all who ask the same before something changes.
 * @param question names the request
 * @throws Problem 404, 422
 */
export async function availabilityText(
  ctx: Context,
  question: string,
  requested: () => AvailabilityRequest,
): Promise<Tagged> {
  const { availability, answers } = memoryOf(ctx, ctx.cityId)
  const { revision } = availability
  const at = ctx.clock.now().getTime()
  const known = answers.find(question, revision, at)
  if (known !== null) return known
  const found = await freeDays(ctx, requested())
  const answer = tagged(JSON.stringify(viewOf(found)))
  // With each minute a time of today is over, and what is released later is free then.
  const minuteEnd = (Math.floor(found.now / MINUTE_MS) + 1) * MINUTE_MS
  const until = Math.min(minuteEnd, ...found.days.map(({ more }) => more ?? Infinity))
  // What changed while it was made may not be in it.
  if (availability.revision === revision) answers.keep(question, { answer, revision, from: found.now, until })
  return answer
}
