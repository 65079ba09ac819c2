import { type City, serviceHoursOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/problems.ts'
import type { ServiceHours } from '../../shared/serviceHours.ts'
import { datesBetween } from '../../shared/dayClock.ts'
import { demandOf } from '../capacity/lengthRule.ts'
import { dateAt, daysLater } from '../dates.ts'
import { type DayState, readDays } from '../dayStore.ts'
import type { DayPlan, Demand } from '../model.ts'
import type { OfficeSettings } from '../settings/office.ts'
import { knownCity } from '../settings/offices.ts'
import { laneMinutes, planOf, settingsAt } from '../settings/settings.ts'
import { findOffice } from '../settings/settingsStore.ts'
import type { DryRunInput, DryRunView, PlanInput } from './contract.ts'
import { mostAppointments, type Opening, openingsOn } from './dryRunRule.ts'
import type { ReleasePlan } from './plan.ts'
import { activePlans, type StoredPlan } from './planStore.ts'
import { PLANNERS } from './planVerb.ts'
import { nextTime } from './poolRule.ts'
import { momentOf, takenMinutes } from './releaseRule.ts'
import { type TriedDay, warningsOf } from './warningRule.ts'

/** A quarter; whoever plans further ahead sees its beginning. */
const MOST_DAYS = 92
const POOL_TIMES = 10

/**
 * What a plan would do if it counted now: which part of each day opens when and for whom, with the shifts, holidays and
 * closures as they are, and what to think about. Changes nothing.
 * @throws Problem 422 `service`, 404, 403
 */
export async function dryRun(ctx: StaffContext, { id, plan, service }: DryRunInput): Promise<DryRunView> {
  requireRole(ctx, ...PLANNERS)
  const office = await findOffice(ctx.db, ctx.cityId, plan.officeId)
  if (!office) throw notFound('Dieses Büro')
  const settings = await settingsAt(ctx, ctx.db, ctx.cityId, office.id, office.version)
  const demand = demandOf([{ id: service, persons: 1 }], settings.services)
  if (!demand.ok) throw invalid({ service: demand.message })
  const others = (await activePlans(ctx.db, ctx.cityId, office.id)).filter((other) => other.id !== id)
  const city = await knownCity(ctx, ctx.cityId)
  const now = ctx.clock.now().getTime()
  const { dates, isCut } = datesOf(plan, dateAt(now, city.timeZone), office.bookAheadDays)
  const tried = { id: id ?? '', from: plan.from, until: plan.until, rule: plan.rule }
  const states = await readDays(ctx.db, ctx.cityId, office.id, dates, ctx.clock.now())
  const hours = await serviceHoursOf(ctx.db, ctx.cityId)
  const tries = states.map((state) =>
    tryDay(state, { ...settings, releases: [tried, ...others] }, city, demand.value, hours),
  )
  const { timeZone } = city
  return {
    service: { id: service, minutes: demand.value.minutes },
    isCut,
    days: tries.map(({ view }) => view),
    poolTimes: plan.rule.kind === 'pool' ? nextTimes(plan.rule.times, now, timeZone) : [],
    warnings: warningsOf({
      plan,
      days: tries.map(({ day }) => day),
      rivals: rivalsOf(plan, others),
      timeZone,
      now,
      isServiceTime: (at) => hours.isOpen(at),
    }),
  }
}

/** The days that are looked at: to come, and as far ahead as anybody needs to see. */
function datesOf(
  { from, until, rule }: PlanInput,
  today: string,
  bookAheadDays: number,
): { dates: string[]; isCut: boolean } {
  const first = from < today ? today : from
  const ahead = rule.kind === 'rolling' ? Math.max(...rule.steps.map(({ daysBefore }) => daysBefore)) : 0
  const horizon = daysLater(today, Math.max(bookAheadDays, ahead) + 7)
  const open = first > horizon ? daysLater(first, 28) : horizon
  const last = until ?? open
  const most = daysLater(first, MOST_DAYS - 1)
  return { dates: datesBetween(first, last < most ? last : most), isCut: last > most }
}

function tryDay(
  { date, closure, taken }: DayState & { date: string },
  { office, releases }: OfficeSettings,
  city: City,
  demand: Demand,
  hours: ServiceHours,
): { view: DryRunView['days'][number]; day: TriedDay } {
  const plan = planOf(office, city, date, closure, releases)
  const capacity = laneMinutes(plan)
  const earliest = momentOf(city.timeZone, daysLater(date, -office.bookAheadDays), 0)
  const most = mostAppointments(plan, demand)
  const openings = capacity > 0 && plan.release ? openingsOn(plan.release, most, earliest) : []
  const booked = takenMinutes(taken).all
  const { closedBecause } = plan
  return {
    view: {
      date,
      capacity,
      appointments: most,
      taken: booked,
      closedBecause,
      openings: openings.map(openingView),
    },
    day: {
      date,
      capacity,
      taken: booked,
      closedBecause,
      isServiceDay: hours.openingsOn(date).length > 0,
      moments: momentsOf(plan),
      earliest,
      ends: Math.max(-Infinity, ...plan.lanes.flatMap(({ free }) => free.map(({ end }) => end))),
    },
  }
}

const openingView = ({ at, ...opening }: Opening): DryRunView['days'][number]['openings'][number] => ({
  // Before all times: open whatever the clock says.
  at: Number.isFinite(at) ? new Date(at).toISOString() : null,
  ...opening,
})

const momentsOf = ({ release }: DayPlan): number[] =>
  release
    ? [...release.openings.map(({ at }) => at), ...release.reserves.map(({ until }) => until)].filter(
        Number.isFinite,
      )
    : []

function nextTimes(times: Parameters<typeof nextTime>[0], now: number, timeZone: string): string[] {
  const found: string[] = []
  let after: number | null = now
  while (found.length < POOL_TIMES) {
    after = nextTime(times, after, timeZone)
    if (after === null) break
    found.push(new Date(after).toISOString())
  }
  return found
}

/** Plans of the same kind with a day in common. */
const rivalsOf = (plan: PlanInput, others: readonly StoredPlan[]): string[] =>
  others.filter((other) => other.rule.kind === plan.rule.kind && meet(plan, other)).map(({ name }) => name)

const meet = (a: Pick<ReleasePlan, 'from' | 'until'>, b: Pick<ReleasePlan, 'from' | 'until'>): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until)
