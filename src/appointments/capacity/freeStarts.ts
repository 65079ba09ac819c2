import { boardOf, mayDo, poolsFor, type Board, type Pool } from './board.ts'
import { wallOfMinute } from '../../shared/dayClock.ts'
import { deviceRoom, hasDevices } from './deviceRoom.ts'
import { addMinute, hasMinute, minuteSet, type MinuteSet } from './minuteSet.ts'
import type { DayPlan, Demand, Taken } from '../model.ts'
import { optionsOf, reshuffle, type Options } from './reshuffle.ts'

/**
 * The minutes of the day (see DayClock) at which an appointment with this demand can start: exactly those for which
 * `place` finds a stand. Starts lie on the wall clock's grid: with 15 at :00, :15, :30 and :45.
 */
export function freeStarts(
  plan: DayPlan,
  taken: readonly Taken[],
  demand: Demand,
  gridMinutes: number,
): MinuteSet {
  return freeStartsOn(boardOf(plan, taken), demand, gridMinutes)
}

/** The same of a day that is already laid out. */
export function freeStartsOn(board: Board, demand: Demand, gridMinutes: number): MinuteSet {
  const starts = minuteSet(board.plan.clock.minutes)
  const room = demand.devices.length > 0 ? deviceRoom(board, demand.devices) : null
  const able = board.pools.filter((pool) => pool.to - pool.from >= demand.minutes && mayDo(pool, demand))
  for (const pool of able) addCounted(starts, board, pool, demand, gridMinutes, room)
  if (able.some(({ alone }) => !alone)) addReshuffled(starts, board, able, demand, gridMinutes, room)
  return starts
}

/** Backwards through the pool's minutes, counting how long there has been room without a gap. */
function addCounted(
  starts: MinuteSet,
  { plan }: Board,
  { from, to, busy, lanes }: Pool,
  { minutes }: Demand,
  gridMinutes: number,
  room: Uint8Array | null,
): void {
  let open = 0
  for (let minute = to - 1; minute >= from; minute -= 1) {
    open = busy[minute]! < lanes.length && (room === null || room[minute] === 1) ? open + 1 : 0
    if (open >= minutes && wallOfMinute(plan.clock, minute) % gridMinutes === 0) addMinute(starts, minute)
  }
}

/** The starts that need others to move from one pool to another. */
function addReshuffled(
  starts: MinuteSet,
  board: Board,
  able: readonly Pool[],
  demand: Demand,
  gridMinutes: number,
  room: Uint8Array | null,
): void {
  let options: Options | null = null
  const first = Math.min(...able.map(({ from }) => from))
  const last = Math.max(...able.map(({ to }) => to)) - demand.minutes
  for (let from = first; from <= last; from += 1) {
    if (wallOfMinute(board.plan.clock, from) % gridMinutes !== 0 || hasMinute(starts, from)) continue
    const to = from + demand.minutes
    if (room !== null && !hasDevices(room, from, to)) continue
    if (poolsFor(board, demand, from, to).length === 0) continue
    options ??= optionsOf(board)
    if (reshuffle(board, options, { demand, from, to })) addMinute(starts, from)
  }
}
