import { cityOf } from '../../city/index.ts'
import { servicesOf } from '../../catalogue/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { minuteOfDay } from '../../shared/serviceWeek.ts'
import { instantsOf } from '../capacity/availability.ts'
import { dayClockOf, instantOf, minuteOfWall } from '../../shared/dayClock.ts'
import { explain } from '../capacity/explainRule.ts'
import { demandOf } from '../capacity/lengthRule.ts'
import { dateAt } from '../dates.ts'
import { readDay } from '../dayStore.ts'
import type { Demand, Wish } from '../model.ts'
import { lastDate, mayBegin } from '../offers/offerRule.ts'
import type { Quota } from '../release/plan.ts'
import { memoryOf } from '../settings/offices.ts'
import type { OfficeSettings } from '../settings/office.ts'
import { planOf, settingsAt } from '../settings/settings.ts'
import type { ExplainInput, ExplainView } from './contract.ts'
import { moment, type NotOffered, sentenceOf, type Words } from './refusalSentence.ts'

/**
 * Why a time at an office is not free, in one sentence, and when the next one is. From the database, so that it is the
 * answer of this moment.
 * @throws Problem 404, 403
 */
export async function explainTime(
  ctx: StaffContext,
  officeId: string,
  input: ExplainInput,
): Promise<ExplainView> {
  requireRole(ctx, ...CITY_STAFF)
  const city = await cityOf(ctx.db, ctx.cityId)
  const now = ctx.clock.now()
  const state = await readDay(ctx.db, { cityId: ctx.cityId, officeId, date: input.date }, now)
  if (!state) throw notFound('Dieses Büro')
  const settings = await settingsAt(ctx, ctx.db, ctx.cityId, officeId, state.officeVersion)
  const start = startOf(input, city.timeZone)
  const words = await wordsFor(ctx, settings, { start, timeZone: city.timeZone })
  const wishes = input.services.map((id) => ({ id, persons: input.persons }))
  const demand = demandOf(wishes, settings.services)
  if (!demand.ok) {
    const services = input.services.filter((id) => !settings.services.has(id))
    return answer({ kind: 'not-bookable', services }, words, null)
  }
  const wish = { start, end: start + demand.value.minutes * 60_000, demand: demand.value }
  const plan = planOf(settings.office, city, input.date, state.closure, settings.releases)
  const refusal =
    beforeCapacity(settings, wish, now.getTime(), city.timeZone) ??
    explain(plan, state.taken, wish, now.getTime(), input.quota)
  const next =
    refusal && (await nextFree(ctx, settings, wish, { quota: input.quota, timeZone: city.timeZone }))
  return answer(refusal, { ...words, minutes: demand.value.minutes }, next)
}

const startOf = ({ date, time }: ExplainInput, timeZone: string): number => {
  const clock = dayClockOf(timeZone, date)
  return instantOf(clock, minuteOfWall(clock, minuteOfDay(time) ?? 0))
}

async function wordsFor(
  ctx: StaffContext,
  { office }: OfficeSettings,
  at: Pick<Words, 'start' | 'timeZone'>,
): Promise<Words> {
  const names = new Map((await servicesOf(ctx, ctx.cityId)).map(({ id, name }) => [id, name]))
  const devices = new Map(office.devices.map(({ kind, name }) => [kind, name]))
  return {
    ...at,
    minutes: 0,
    serviceName: (id) => names.get(id) ?? id,
    deviceName: (kind) => devices.get(kind) ?? kind,
  }
}

/** What decides whatever is free. */
function beforeCapacity(
  { office }: OfficeSettings,
  { start }: Wish,
  now: number,
  timeZone: string,
): NotOffered | null {
  if (start < now) return { kind: 'past' }
  const last = lastDate(office, now, timeZone)
  if (dateAt(start, timeZone) > last) return { kind: 'too-far-ahead', last }
  if (!mayBegin(office, start, now, timeZone)) return { kind: 'off-grid', gridMinutes: office.gridMinutes }
  return null
}

/** The first free time after the wish, else the first of all. */
async function nextFree(
  ctx: StaffContext,
  { office }: OfficeSettings,
  { start, demand }: { start: number; demand: Demand },
  { quota, timeZone }: { quota: Quota; timeZone: string },
): Promise<number | null> {
  const now = ctx.clock.now().getTime()
  const days = await memoryOf(ctx, ctx.cityId).availability.days({
    officeId: office.id,
    from: dateAt(now, timeZone),
    to: lastDate(office, now, timeZone),
    demand,
    gridMinutes: office.gridMinutes,
    quota,
    now,
  })
  const starts = days.flatMap((day) => instantsOf(day, now))
  return starts.find((one) => one > start) ?? starts[0] ?? null
}

function answer(refusal: NotOffered | null, words: Words, next: number | null): ExplainView {
  const { start, minutes, timeZone } = words
  return {
    free: refusal === null,
    sentence:
      refusal === null
        ? `Diese Zeit ist frei: ${moment(start, timeZone)}, ${minutes} Minuten.`
        : sentenceOf(refusal, words),
    reason: refusal?.kind ?? null,
    minutes: minutes === 0 ? null : minutes,
    next:
      next === null
        ? null
        : {
            start: new Date(next).toISOString(),
            sentence: `Die nächste freie Zeit: ${moment(next, timeZone)}.`,
          },
  }
}
