import { dayClockOf, instantOf, minuteOfWall } from '../../shared/dayClock.ts'
import { daysLater } from '../dates.ts'
import type { Quota, ReleasePlan, ReleaseRule, WallTime } from './plan.ts'

/** How the capacity of one day becomes bookable; instants in epoch ms. */
export interface DayRelease {
  /** Minutes that all lanes of the day work. */
  readonly capacity: number
  /** Parts of the capacity and when they open, in the order of time; together at most 100 percent. */
  readonly openings: readonly { readonly at: number; readonly percent: number }[]
  /** Parts of what is open that are kept for a quota until `until`. */
  readonly reserves: readonly { readonly quota: Quota; readonly percent: number; readonly until: number }[]
}

/** Minutes of a day that are taken: of each quota, and all of them with what is kept back, which is in no quota. */
export type TakenMinutes = Readonly<Record<Quota | 'all', number>>

export interface Budget {
  /** So many minutes more may be taken; Infinity: only the room counts. */
  readonly minutes: number
  /** When that can become more although nothing is given back (epoch ms); null: it cannot. */
  readonly next: number | null
}

/** A date and a time of the wall clock. A time that the clocks skip is the moment of the change; one that exists twice is the first. */
export function momentOf(timeZone: string, date: string, at: WallTime): number {
  const clock = dayClockOf(timeZone, date)
  return instantOf(clock, minuteOfWall(clock, at))
}

/** The rules of a kind that decide about a day; the database lets one plan of a kind decide about it. */
function ruleOn<K extends ReleaseRule['kind']>(
  plans: readonly ReleasePlan[],
  kind: K,
  date: string,
): Extract<ReleaseRule, { kind: K }> | null {
  for (const { from, until, rule } of plans)
    if (isKind(rule, kind) && from <= date && (until === null || date <= until)) return rule
  return null
}

const isKind = <K extends ReleaseRule['kind']>(
  rule: ReleaseRule,
  kind: K,
): rule is Extract<ReleaseRule, { kind: K }> => rule.kind === kind

/**
 * How a day is released by the plans of its office. A batch decides before a rolling plan; a day about which neither
 * decides is open.
 * @returns null where no plan decides about the day: then only the room counts
 */
export function releaseOf(
  plans: readonly ReleasePlan[],
  day: { date: string; timeZone: string; capacity: number },
): DayRelease | null {
  const { date, timeZone, capacity } = day
  const batch = ruleOn(plans, 'batch', date)
  const rolling = batch ? null : ruleOn(plans, 'rolling', date)
  const quota = ruleOn(plans, 'quota', date)
  if (!batch && !rolling && !quota) return null
  return {
    capacity,
    openings: openingsOf(batch, rolling, date, timeZone),
    reserves: reservesOf(quota, date, timeZone),
  }
}

type Rule<K> = Extract<ReleaseRule, { kind: K }> | null

function openingsOf(
  batch: Rule<'batch'>,
  rolling: Rule<'rolling'>,
  date: string,
  timeZone: string,
): DayRelease['openings'] {
  if (batch) return [{ at: momentOf(timeZone, batch.opens.date, batch.opens.at), percent: 100 }]
  if (!rolling) return [{ at: -Infinity, percent: 100 }]
  return rolling.steps
    .map(({ daysBefore, at, percent }) => ({
      at: momentOf(timeZone, daysLater(date, -daysBefore), at),
      percent,
    }))
    .toSorted((a, b) => a.at - b.at)
}

const reservesOf = (quota: Rule<'quota'>, date: string, timeZone: string): DayRelease['reserves'] =>
  (quota?.shares ?? []).map((share) => ({
    quota: share.quota,
    percent: share.percent,
    until: momentOf(timeZone, daysLater(date, -share.backDays), share.backAt),
  }))

/** Capacity is counted in hundredths of hundredths of a minute, so that nothing is rounded before the end. */
const PARTS = 10_000

/**
 * What a quota may still take of a day at a moment: what is open, without what is taken and without what is still kept
 * for other quotas. Never more than the capacity; never less at a later moment while nothing is taken.
 */
export function budget(release: DayRelease | null, taken: TakenMinutes, quota: Quota, now: number): Budget {
  if (!release) return { minutes: Infinity, next: null }
  const { capacity, openings, reserves } = release
  const open = sum(openings.filter(({ at }) => at <= now).map(({ percent }) => percent))
  const kept = reserves.filter((reserve) => reserve.quota !== quota && now < reserve.until)
  const later = openings.filter(({ at }) => at > now).map(({ at }) => at)
  const next = Math.min(...later, ...kept.map(({ until }) => until))
  const soon = Number.isFinite(next) ? next : null
  if (open >= 100 && kept.length === 0) return { minutes: Infinity, next: soon }
  const unused = sum(
    kept.map(({ quota: whose, percent }) => Math.max(0, capacity * open * percent - taken[whose] * PARTS)),
  )
  const left = capacity * open * 100 - taken.all * PARTS - unused
  return { minutes: Math.max(0, Math.floor(left / PARTS)), next: soon }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The minutes that are taken. `quota` null: kept back. */
export function takenMinutes(
  taken: readonly { readonly start: number; readonly end: number; readonly quota?: Quota | null }[],
): TakenMinutes {
  const minutes = { all: 0, web: 0, phone: 0, counter: 0, emergency: 0 }
  for (const { start, end, quota } of taken) {
    minutes.all += (end - start) / 60_000
    if (quota) minutes[quota] += (end - start) / 60_000
  }
  return minutes
}
