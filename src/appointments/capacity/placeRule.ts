import { boardOf, hasRoom, poolsFor, type Board } from './board.ts'
import { holdsUnit } from './deviceRoom.ts'
import { minuteEnding, minuteOf } from '../../shared/dayClock.ts'
import type { DayPlan, Demand, Placement, Stand, Taken, Wish } from '../model.ts'
import { optionsOf, reshuffle, WISH } from './reshuffle.ts'
import { layOnTracks, smallestGap, type Running } from './tracks.ts'

interface Sought {
  readonly demand: Demand
  /** Minutes of the day, half-open. */
  readonly from: number
  readonly to: number
}

/** For appointments that move (by place in `taken`) and for WISH: the new track. */
type Laid = ReadonlyMap<number, number>

/**
 * Where the wish can stand, or null when the day has no room for it then. Exact: it finds a stand whenever the
 * appointments and the wish can be laid on lanes and device units at all (within SEARCH_STEPS of `reshuffle`), and it
 * never lets two overlap. First beside the others as they stand: fewest skills, then the smallest gap left. Else
 * others move (`moved`); their times never change.
 * `taken` are all appointments of the office's day that take capacity, without the one that moves to this wish.
 */
export function place(plan: DayPlan, taken: readonly Taken[], wish: Wish): Placement | null {
  const board = boardOf(plan, taken)
  const sought: Sought = {
    demand: wish.demand,
    from: minuteOf(plan.clock, wish.start),
    to: minuteEnding(plan.clock, wish.end),
  }
  if (sought.from >= sought.to) throw new RangeError('an appointment must end after it starts')
  const units = new Map<string, Laid>()
  for (const kind of wish.demand.devices) {
    const laid = unitFor(board, kind, sought)
    if (!laid) return null
    units.set(kind, laid)
  }
  const lanes = laneFor(board, sought)
  return lanes && placementOf(board, lanes, units)
}

function laneFor(board: Board, sought: Sought): Laid | null {
  const pools = poolsFor(board, sought.demand, sought.from, sought.to)
  const free = freeLane(board, pools, sought)
  if (free !== null) return new Map([[WISH, free]])
  const roomy = pools.find((pool) => hasRoom(board.pools[pool]!, sought.from, sought.to))
  if (roomy !== undefined) return laneMoves(board, sought, new Map([[WISH, roomy]]))
  const changes = reshuffle(board, optionsOf(board), sought)
  return changes && laneMoves(board, sought, changes)
}

/** A lane that is free as the others stand. Pools come with the fewest skills first. */
function freeLane(board: Board, pools: readonly number[], sought: Sought): number | null {
  let best: { track: number; gap: number; skills: number } | null = null
  for (const place of pools) {
    const pool = board.pools[place]!
    const skills = pool.skills?.length ?? Infinity
    if (best && best.skills < skills) break
    if (!hasRoom(pool, sought.from, sought.to)) continue
    const found = smallestGap(pool.lanes, membersOf(board, place, new Map()).running, sought, pool)
    if (found && (!best || found.gap < best.gap)) best = { ...found, skills }
  }
  return best?.track ?? null
}

/** The lanes for everything that comes into another pool, and for those who make way in it. */
function laneMoves(board: Board, sought: Sought, changes: ReadonlyMap<number, number>): Laid | null {
  const moves = new Map<number, number>()
  for (const place of new Set(changes.values())) {
    const { ids, running } = membersOf(board, place, changes, sought)
    const laid = layOnTracks(board.pools[place]!.lanes, running)
    if (!laid) return null
    ids.forEach((id, i) => {
      if (running[i]!.track !== laid[i]) moves.set(id, laid[i]!)
    })
  }
  return moves
}

/** Who stands in a pool after these changes; who comes into it has no lane yet. */
function membersOf(
  board: Board,
  place: number,
  changes: ReadonlyMap<number, number>,
  sought?: Sought,
): { ids: number[]; running: Running[] } {
  const ids: number[] = []
  const running: Running[] = []
  board.taken.forEach((_, index) => {
    if ((changes.get(index) ?? board.pool[index]) !== place) return
    ids.push(index)
    const track = changes.has(index) ? null : board.lane[index]!
    running.push({ from: board.from[index]!, to: board.to[index]!, track })
  })
  if (sought && changes.get(WISH) === place) {
    ids.push(WISH)
    running.push({ from: sought.from, to: sought.to, track: null })
  }
  return { ids, running }
}

/** The units of a kind are alike and always there, so whoever holds one may change it for another. */
function unitFor(board: Board, kind: string, sought: Sought): Laid | null {
  const units = board.plan.devices[kind] ?? 0
  const tracks = Array.from({ length: units }, (_, i) => i + 1)
  const ids: number[] = []
  const running: Running[] = []
  board.taken.forEach(({ units: held }, index) => {
    const unit = held[kind]
    if (!holdsUnit(unit, units)) return
    ids.push(index)
    running.push({ from: board.from[index]!, to: board.to[index]!, track: unit })
  })
  const free = smallestGap(tracks, running, sought, { from: 0, to: board.plan.clock.minutes })
  if (free) return new Map([[WISH, free.track]])
  const laid = layOnTracks(tracks, [...running, { ...sought, track: null }])
  if (!laid) return null
  const moves = new Map([[WISH, laid.at(-1)!]])
  ids.forEach((id, i) => {
    if (running[i]!.track !== laid[i]) moves.set(id, laid[i]!)
  })
  return moves
}

function placementOf(board: Board, lanes: Laid, units: ReadonlyMap<string, Laid>): Placement {
  const standOf = (id: number): Stand => {
    const present = id === WISH ? null : board.taken[id]!
    const lane = lanes.get(id)
    const held: Record<string, number> = { ...present?.units }
    for (const [kind, laid] of units) if (laid.has(id)) held[kind] = laid.get(id)!
    return { lane: lane === undefined ? present!.lane : board.plan.lanes[lane]!.id, units: held }
  }
  const moving = new Set([...lanes.keys(), ...[...units.values()].flatMap((laid) => [...laid.keys()])])
  moving.delete(WISH)
  const moved = [...moving].map((id) => ({ id: board.taken[id]!.id, ...standOf(id) }))
  return { ...standOf(WISH), moved }
}
