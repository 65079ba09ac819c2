import { boardOf, hasRoom, mayDo, poolsFor, type Board, type Pool } from './board.ts'
import { instantOf, minuteEnding, minuteOf } from '../../shared/dayClock.ts'
import { deviceRoom, hasDevices } from './deviceRoom.ts'
import type { DayPlan, Taken, Wish } from '../model.ts'
import type { Quota } from '../release/plan.ts'
import { budget, takenMinutes } from '../release/releaseRule.ts'
import { optionsOf, reshuffle } from './reshuffle.ts'

/** Why a time is not offered; instants in epoch ms. */
export type Refusal =
  | { readonly kind: 'past' }
  /** The whole day: a holiday or a closure. */
  | { readonly kind: 'closed'; readonly because: string }
  /** Nobody works at the start at all; `opens` and `closes` are the ends of the day's work, null when there is none. */
  | { readonly kind: 'outside-opening'; readonly opens: number | null; readonly closes: number | null }
  /** Somebody works then, but nobody who may do all of it; `missing` may be done by nobody at all then, empty: only not all of it by one person. */
  | { readonly kind: 'nobody-able'; readonly missing: readonly string[] }
  /** Those who may do it work at the start, but the last of them only until `until`: then comes `after`. */
  | { readonly kind: 'crosses-end'; readonly until: number; readonly after: 'break' | 'end' | 'no-counter' }
  /** Too little of the day is released for `quota`; more may come at `opens` (null: not by the clock alone). */
  | { readonly kind: 'not-released'; readonly quota: Quota; readonly opens: number | null }
  /** Somebody gave it back; the office gives such times out at `until`. */
  | { readonly kind: 'kept-back'; readonly until: number }
  /** All units of a device are in use for a part of the time; `units` may be 0. */
  | { readonly kind: 'device-taken'; readonly device: string; readonly units: number }
  /** All of the `able` people who may do it are needed by others for a part of the time. */
  | { readonly kind: 'all-busy'; readonly able: number }

/**
 * The first reason, from the most lasting to the most passing, why the wish cannot be booked; null when it can.
 * @param quota for whom; what is released for others is not
 */
export function explain(
  plan: DayPlan,
  taken: readonly Taken[],
  wish: Wish,
  now: number,
  quota: Quota = 'web',
): Refusal | null {
  if (wish.start < now) return { kind: 'past' }
  if (plan.closedBecause !== null) return { kind: 'closed', because: plan.closedBecause }
  const there = taken.filter(({ keptUntil }) => keptUntil === undefined || keptUntil > now)
  const board = boardOf(plan, there)
  const from = minuteOf(plan.clock, wish.start)
  const to = minuteEnding(plan.clock, wish.end)
  const passing = () => refusedByDevice(board, wish, from, to) ?? busy(board, wish, from, to)
  return (
    refusedByStaff(board, wish, from, to) ??
    notReleased(plan, there, wish, now, quota) ??
    keptBack(there, wish, passing(), (others) => explain(plan, others, wish, now, quota))
  )
}

function notReleased(
  plan: DayPlan,
  taken: readonly Taken[],
  { demand }: Wish,
  now: number,
  quota: Quota,
): Refusal | null {
  const { minutes, next } = budget(plan.release, takenMinutes(taken), quota, now)
  return demand.minutes > minutes ? { kind: 'not-released', quota, opens: next } : null
}

/** A refusal that would not be without what is kept back is for that. */
function keptBack(
  taken: readonly Taken[],
  { start, end }: Wish,
  refusal: Refusal | null,
  without: (others: readonly Taken[]) => Refusal | null,
): Refusal | null {
  const kept = taken.filter((one) => one.start < end && start < one.end).flatMap((one) => one.keptUntil ?? [])
  if (!refusal || kept.length === 0) return refusal
  const others = taken.filter(({ keptUntil }) => keptUntil === undefined)
  return without(others) === null ? { kind: 'kept-back', until: Math.min(...kept) } : refusal
}

function refusedByStaff(board: Board, { demand }: Wish, from: number, to: number): Refusal | null {
  // Without what is taken: an appointment in the way must not look like a break.
  const { pools } = boardOf(board.plan, [])
  const there = pools.filter((pool) => pool.from <= from && from < pool.to)
  if (there.length === 0) return { kind: 'outside-opening', ...hoursOf(board.plan, pools) }
  const able = there.filter((pool) => mayDo(pool, demand))
  if (able.length === 0) return { kind: 'nobody-able', missing: missingIn(there, demand) }
  const until = Math.max(...able.map((pool) => pool.to))
  if (until >= to) return null
  const last = able.filter((pool) => pool.to === until).flatMap(({ lanes }) => lanes)
  return { kind: 'crosses-end', ...endOf(board.plan, last, instantOf(board.plan.clock, until)) }
}

const missingIn = (pools: readonly Pool[], { serviceIds }: Wish['demand']): string[] =>
  serviceIds.filter((id) => pools.every(({ skills }) => skills !== null && !skills.includes(id)))

/** Why these lanes stop working at a moment; what is best for the person who asks counts for all of them. */
function endOf(plan: DayPlan, lanes: readonly number[], until: number): Omit<CrossesEnd, 'kind'> {
  const own = lanes.flatMap((index) => plan.lanes[index] ?? [])
  const goesOn = own.some(({ free }) => free.some(({ start }) => start > until))
  const isCut = plan.cut.some(({ lane, start }) => start === until && own.some(({ id }) => id === lane))
  return { until, after: isCut ? 'no-counter' : goesOn ? 'break' : 'end' }
}

type CrossesEnd = Extract<Refusal, { kind: 'crosses-end' }>

function hoursOf(plan: DayPlan, pools: readonly Pool[]): { opens: number | null; closes: number | null } {
  if (pools.length === 0) return { opens: null, closes: null }
  return {
    opens: instantOf(plan.clock, Math.min(...pools.map(({ from }) => from))),
    closes: instantOf(plan.clock, Math.max(...pools.map(({ to }) => to))),
  }
}

function refusedByDevice(board: Board, { demand }: Wish, from: number, to: number): Refusal | null {
  for (const device of demand.devices) {
    if (hasDevices(deviceRoom(board, [device]), from, to)) continue
    return { kind: 'device-taken', device, units: board.plan.devices[device] ?? 0 }
  }
  return null
}

function busy(board: Board, { demand }: Wish, from: number, to: number): Refusal | null {
  const pools = poolsFor(board, demand, from, to).map((place) => board.pools[place]!)
  if (pools.some((pool) => hasRoom(pool, from, to))) return null
  if (reshuffle(board, optionsOf(board), { demand, from, to })) return null
  return { kind: 'all-busy', able: ableLanes(board, demand, from, to) }
}

function ableLanes(board: Board, demand: Wish['demand'], from: number, to: number): number {
  const { pools } = boardOf(board.plan, [])
  return pools
    .filter((pool) => pool.from <= from && to <= pool.to && mayDo(pool, demand))
    .reduce((sum, { lanes }) => sum + lanes.length, 0)
}
