import { minuteEnding, minuteOf } from '../../shared/dayClock.ts'
import type { DayPlan, Demand, Lane, Taken } from '../model.ts'

/**
 * Equal lanes during one stretch of work: the same skills, the same beginning, the same end. Appointments never run
 * across a break, so before and after it a lane is two. In one pool counting is exact: intervals of which never more
 * than `lanes` overlap can always be laid on so many lanes.
 */
export interface Pool {
  readonly skills: readonly string[] | null
  /** Minutes of the day, half-open. */
  readonly from: number
  readonly to: number
  /** Places in `plan.lanes`, in order. */
  readonly lanes: number[]
  /** How many appointments of the pool run in each minute of the day. */
  readonly busy: Uint16Array
  /** No other pool works at the same time, so nothing could ever be moved out of it. */
  readonly alone: boolean
}

/** A day and what is taken of it, in minutes of the day, ready to be asked. */
export interface Board {
  readonly plan: DayPlan
  readonly taken: readonly Taken[]
  readonly pools: readonly Pool[]
  /** Of each taken appointment, by its place in `taken`. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Place of its lane in `plan.lanes`. */
  readonly lane: Int32Array
  /** Place of its pool in `pools`, or ADRIFT. */
  readonly pool: Int32Array
}

/**
 * The appointment does not fit its lane any more: the shift was shortened, lost a skill or is gone. While its lane
 * works, nobody else gets that lane meanwhile; a lane that is gone holds nothing. `settle` finds such ones a new lane.
 */
export const ADRIFT = -1

interface Stretch {
  readonly from: number
  readonly to: number
  readonly pool: number
}

/** Lays out a day. Minutes are rounded so that an appointment never gets less than its time. */
export function boardOf(plan: DayPlan, taken: readonly Taken[]): Board {
  const times = timesOf(plan, taken)
  const inTheWay = new Set<number>()
  for (;;) {
    const { pools, stretches } = poolsOf(plan, times, inTheWay)
    const pool = new Int32Array(taken.length).fill(ADRIFT)
    const before = inTheWay.size
    for (let index = 0; index < taken.length; index += 1) {
      const lane = times.lane[index]!
      if (lane === ADRIFT || (before > 0 && inTheWay.has(index))) continue
      const found = mayDo(plan.lanes[lane]!, taken[index]!.demand)
        ? poolAround(stretches[lane]!, times.from[index]!, times.to[index]!)
        : ADRIFT
      if (found === ADRIFT) inTheWay.add(index)
      pool[index] = found
    }
    // Whoever fits no more takes his minutes out of the lane; that makes other pools, so all are seated again.
    if (inTheWay.size > before) continue
    count(pools, times, pool)
    return { plan, taken, pools, ...times, pool }
  }
}

type Times = Pick<Board, 'from' | 'to' | 'lane'>

function timesOf({ clock, lanes }: DayPlan, taken: readonly Taken[]): Times {
  const laneOf = new Map<string, number>()
  for (let index = 0; index < lanes.length; index += 1) laneOf.set(lanes[index]!.id, index)
  const from = new Int32Array(taken.length)
  const to = new Int32Array(taken.length)
  const lane = new Int32Array(taken.length)
  for (let index = 0; index < taken.length; index += 1) {
    const one = taken[index]!
    from[index] = minuteOf(clock, one.start)
    to[index] = minuteEnding(clock, one.end)
    lane[index] = laneOf.get(one.lane) ?? ADRIFT
  }
  return { from, to, lane }
}

function poolsOf(
  plan: DayPlan,
  times: Times,
  inTheWay: ReadonlySet<number>,
): { pools: Pool[]; stretches: Stretch[][] } {
  const pools: Omit<Pool, 'alone'>[] = []
  const places = new Map<string, number>()
  const stretches: Stretch[][] = []
  for (const [index, lane] of plan.lanes.entries()) {
    const own = twin(plan, index, inTheWay)
      ? stretches[index - 1]!
      : freeOf(plan, lane, index, times, inTheWay).map(({ from, to }) => {
          const key = `${from} ${to} ${lane.skills === null ? '*' : JSON.stringify(lane.skills.toSorted())}`
          const pool = places.get(key) ?? pools.length
          if (pool === pools.length) {
            places.set(key, pool)
            const busy = new Uint16Array(plan.clock.minutes + 1)
            pools.push({ skills: lane.skills, from, to, lanes: [], busy })
          }
          return { from, to, pool }
        })
    stretches.push(own)
    for (const { pool } of own) pools[pool]!.lanes.push(index)
  }
  const alone = (one: Omit<Pool, 'alone'>): boolean =>
    pools.every((other) => other === one || other.to <= one.from || one.to <= other.from)
  return { pools: pools.map((pool) => ({ ...pool, alone: alone(pool) })), stretches }
}

/** Whether the lane is surely like the one before it: people of one shift share their hours and skills. */
function twin({ lanes }: DayPlan, index: number, inTheWay: ReadonlySet<number>): boolean {
  const [before, lane] = [lanes[index - 1], lanes[index]]
  return inTheWay.size === 0 && before?.free === lane?.free && before?.skills === lane?.skills
}

/** The whole minutes in which a lane works, without those of appointments that are in the way on it. */
function freeOf(
  plan: DayPlan,
  lane: Lane,
  index: number,
  times: Times,
  inTheWay: ReadonlySet<number>,
): { from: number; to: number }[] {
  let free = lane.free.map(({ start, end }) => ({
    from: Math.max(0, minuteEnding(plan.clock, start)),
    to: Math.min(plan.clock.minutes, minuteOf(plan.clock, end)),
  }))
  for (const other of inTheWay) {
    if (times.lane[other] !== index) continue
    const [from, to] = [times.from[other]!, times.to[other]!]
    free = free.flatMap((stretch) => [
      { from: stretch.from, to: Math.min(stretch.to, from) },
      { from: Math.max(stretch.from, to), to: stretch.to },
    ])
  }
  return free.filter(({ from, to }) => from < to)
}

function count(pools: readonly Pool[], { from, to }: Times, pool: Int32Array): void {
  for (let index = 0; index < pool.length; index += 1) {
    if (pool[index] === ADRIFT) continue
    // First the difference to the minute before, summed up below.
    const { busy } = pools[pool[index]!]!
    busy[from[index]!]! += 1
    busy[to[index]!]! -= 1
  }
  for (const { busy, from: begin, to: end } of pools)
    for (let minute = begin + 1; minute <= end; minute += 1) busy[minute]! += busy[minute - 1]!
}

function poolAround(stretches: readonly Stretch[], from: number, to: number): number {
  for (let n = 0; n < stretches.length; n += 1) {
    const stretch = stretches[n]!
    if (stretch.from <= from && from < to && to <= stretch.to) return stretch.pool
  }
  return ADRIFT
}

/** Whether who works here may do all that is asked for. */
export function mayDo({ skills }: Pick<Lane, 'skills'>, demand: Demand): boolean {
  return skills === null || demand.serviceIds.every((id) => skills.includes(id))
}

/** The pools that may do it and work the whole time, fewest skills first: places in `board.pools`. */
export function poolsFor(board: Board, demand: Demand, from: number, to: number): number[] {
  const found: number[] = []
  board.pools.forEach((pool, place) => {
    if (pool.from <= from && to <= pool.to && mayDo(pool, demand)) found.push(place)
  })
  return found.sort((a, b) => skillsOf(board.pools[a]!) - skillsOf(board.pools[b]!))
}

function skillsOf({ skills }: Pool): number {
  return skills === null ? Infinity : skills.length
}

/** Whether one more appointment fits the pool in these minutes, by count. */
export function hasRoom({ busy, lanes }: Pool, from: number, to: number): boolean {
  for (let minute = from; minute < to; minute += 1) if (busy[minute]! >= lanes.length) return false
  return true
}
