import { ADRIFT, poolsFor, type Board } from './board.ts'
import { canAllStand } from './matching.ts'
import type { Demand } from '../model.ts'

/**
 * After so many steps the search for a re-shuffle gives up and the time counts as full: it may refuse what would just
 * fit, it never overbooks. With equal lanes nothing is searched at all. How often it is met: docs/appointments.md.
 */
export const SEARCH_STEPS = 2_000

/** The narrower questions that come before (see `reshuffle`), and the steps each of them may take. */
const NEAR_WIDTHS = 2
const NEAR_STEPS = 500

/** The wish in the order of appointments. */
export const WISH = -1

/** For each appointment the pools it could stand in, fewest skills first; none for one that is adrift. */
export type Options = readonly (readonly number[])[]

export function optionsOf(board: Board): Options {
  return board.taken.map(({ demand }, index) =>
    board.pool[index] === ADRIFT ? [] : poolsFor(board, demand, board.from[index]!, board.to[index]!),
  )
}

interface Sought {
  readonly demand: Demand
  /** Minutes of the day, half-open. */
  readonly from: number
  readonly to: number
}

/**
 * Pools for the wish and for appointments that have to leave theirs for it, by place in `board.taken` (WISH for the
 * wish); null when there is no way, or none found within SEARCH_STEPS.
 *
 * First only those that overlap the wish may move, then also those that overlap them. At each width two
 * questions: does it work while all others stay where they are (then it is done), and would it work if all others
 * with a choice were not there at all (if not, nothing will help). So most answers are found close to the wish. Last
 * everybody may move who has a choice and is connected with the wish, and that answer is exact.
 */
export function reshuffle(board: Board, options: Options, wish: Sought): Map<number, number> | null {
  const own = poolsFor(board, wish.demand, wish.from, wish.to)
  if (own.length === 0 || !couldFit(board, options, own, wish)) return null
  const widths = widening(board, options, wish)
  const everybody = widths.at(-1) ?? []
  for (const movable of widths) {
    const steps = movable === everybody ? SEARCH_STEPS : NEAR_STEPS
    const staying = new Search(board, options, own, wish, movable, movable, steps)
    const found = staying.run()
    if (found) return found
    if (movable === everybody) return null
    const leaving = new Search(board, options, own, wish, movable, everybody, steps)
    if (!leaving.run() && leaving.left > 0) return null
  }
  return null
}

/** A necessary condition, checked cheaply: in each minute a chain of moves leads from the wish's pools to a free lane. */
function couldFit(board: Board, options: Options, own: readonly number[], { from, to }: Sought): boolean {
  const meanwhile: number[] = []
  const moments = new Set([from])
  for (let index = 0; index < options.length; index += 1) {
    if (options[index]!.length === 0 || board.from[index]! >= to || board.to[index]! <= from) continue
    meanwhile.push(index)
    moments.add(Math.max(from, board.from[index]!))
  }
  for (const minute of moments) {
    const there = meanwhile.filter((index) => board.from[index]! <= minute && minute < board.to[index]!)
    if (!reachesRoom(board, options, own, there, minute)) return false
  }
  return true
}

function reachesRoom(
  board: Board,
  options: Options,
  own: readonly number[],
  there: readonly number[],
  minute: number,
): boolean {
  const reached = [...own]
  for (const place of reached) {
    const { busy, lanes } = board.pools[place]!
    if (busy[minute]! < lanes.length) return true
    for (const index of there) {
      if (board.pool[index] !== place) continue
      for (const other of options[index]!) if (!reached.includes(other)) reached.push(other)
    }
  }
  return false
}

/** Those with a choice that overlap the wish; those and the ones that overlap them; at last all that hang together. */
function widening(board: Board, options: Options, wish: Sought): number[][] {
  const widths: number[][] = []
  let { from, to } = wish
  for (;;) {
    const movable: number[] = []
    for (let index = 0; index < options.length; index += 1)
      if (options[index]!.length > 1 && board.from[index]! < to && board.to[index]! > from)
        movable.push(index)
    if (movable.length === widths.at(-1)?.length) return widths
    if (widths.length > NEAR_WIDTHS) widths.pop()
    widths.push(movable)
    from = Math.min(from, ...movable.map((index) => board.from[index]!))
    to = Math.max(to, ...movable.map((index) => board.to[index]!))
  }
}

/**
 * Lays appointments one after another by their start, and goes back when one fits nowhere. Time is only looked at in the
 * moments in which something starts: between two of them a pool never gets fuller.
 */
class Search {
  readonly #board: Board
  /** Places in `board.taken`, and WISH. */
  readonly #order: readonly number[]
  /** Of each in the order: its first moment and the first that is after its end. */
  readonly #first: Int32Array
  readonly #after: Int32Array
  /** The last `#after` of all before it in the order: from there on nothing is laid yet. */
  readonly #reach: Int32Array
  readonly #options: readonly (readonly number[])[]
  readonly #chosen: Int32Array
  /** In each moment who is there, by place in the order. */
  readonly #running: readonly (readonly number[])[]
  /** Lanes left, by pool and moment. */
  readonly #room: readonly Int16Array[]
  readonly #deadEnds = new Set<string>()
  /** Steps that may still be taken. */
  left: number

  /** @param away those who do not stand where they stood; who of them is not `movable` is not there at all */
  constructor(
    board: Board,
    options: Options,
    own: readonly number[],
    wish: Sought,
    movable: readonly number[],
    away: readonly number[],
    steps: number,
  ) {
    this.left = steps
    const from = (index: number): number => (index === WISH ? wish.from : board.from[index]!)
    const to = (index: number): number => (index === WISH ? wish.to : board.to[index]!)
    this.#board = board
    this.#order = [...movable, WISH].sort((a, b) => from(a) - from(b) || to(a) - to(b))
    const moments = momentsOf(board, wish, Math.max(...this.#order.map(to)))
    this.#first = Int32Array.from(this.#order, (index) => momentFrom(moments, from(index)))
    this.#after = Int32Array.from(this.#order, (index) => momentFrom(moments, to(index)))
    this.#reach = new Int32Array(this.#order.length)
    for (let i = 1; i < this.#reach.length; i += 1)
      this.#reach[i] = Math.max(this.#reach[i - 1]!, this.#after[i - 1]!)
    this.#running = moments.map((_, moment) =>
      this.#order.flatMap((_one, i) => (this.#first[i]! <= moment && moment < this.#after[i]! ? [i] : [])),
    )
    this.#options = this.#order.map((index) =>
      index === WISH ? own : startingWith(board.pool[index]!, options[index]!),
    )
    this.#chosen = new Int32Array(this.#order.length)
    this.#room = board.pools.map(({ busy, lanes }) =>
      Int16Array.from(moments, (minute) => lanes.length - busy[minute]!),
    )
    for (const index of away) {
      const room = this.#room[board.pool[index]!]!
      const after = momentFrom(moments, to(index))
      for (let moment = momentFrom(moments, from(index)); moment < after; moment += 1) room[moment]! += 1
    }
  }

  run(): Map<number, number> | null {
    if (!this.#lay(0)) return null
    const changes = new Map<number, number>()
    this.#order.forEach((index, i) => {
      const pool = this.#chosen[i]!
      if (index === WISH || this.#board.pool[index] !== pool) changes.set(index, pool)
    })
    return changes
  }

  #lay(i: number): boolean {
    if (i === this.#order.length) return true
    if (this.left === 0) return false
    this.left -= 1
    // Before the first dead end all goes straight on.
    if (this.#deadEnds.size > 0 && (this.#deadEnds.has(this.#key(i)) || !this.#canGoOn(i))) return false
    for (const pool of this.#options[i]!) {
      if (!this.#fits(pool, i)) continue
      this.#chosen[i] = pool
      this.#take(pool, i, -1)
      if (this.#lay(i + 1)) return true
      this.#take(pool, i, 1)
      if (this.left === 0) return false
    }
    this.#deadEnds.add(this.#key(i))
    return false
  }

  /** Whether the one laid last leaves a lane to all that still come, each moment taken for itself. */
  #canGoOn(i: number): boolean {
    if (i === 0) return true
    const pool = this.#chosen[i - 1]!
    for (let moment = this.#first[i]!; moment < this.#after[i - 1]!; moment += 1) {
      const waiting = this.#running[moment]!.filter((one) => one >= i)
      if (this.#room[pool]![moment]! >= waiting.length) continue
      const choices = waiting.map((one) => this.#options[one]!)
      const room = this.#room.map((left) => left[moment]!)
      if (!canAllStand(choices, room)) return false
    }
    return true
  }

  /** What the rest depends on: the lanes left from now on. */
  #key(i: number): string {
    const codes = [i]
    for (const room of this.#room)
      for (let moment = this.#first[i]!; moment < this.#reach[i]!; moment += 1) codes.push(room[moment]! + 1)
    return String.fromCharCode(...codes)
  }

  #fits(pool: number, i: number): boolean {
    const room = this.#room[pool]!
    for (let moment = this.#first[i]!; moment < this.#after[i]!; moment += 1)
      if (room[moment]! <= 0) return false
    return true
  }

  #take(pool: number, i: number, lanes: 1 | -1): void {
    const room = this.#room[pool]!
    for (let moment = this.#first[i]!; moment < this.#after[i]!; moment += 1) room[moment]! += lanes
  }
}

/** The minutes in which anything starts, in order, up to `end`. */
function momentsOf(board: Board, wish: { readonly from: number }, end: number): number[] {
  const moments = new Set([wish.from])
  board.from.forEach((from, index) => {
    if (board.pool[index] !== ADRIFT && from < end) moments.add(from)
  })
  return [...moments].sort((a, b) => a - b)
}

/** The place of the first moment that is not before a minute. */
function momentFrom(moments: readonly number[], minute: number): number {
  const place = moments.findIndex((moment) => moment >= minute)
  return place === -1 ? moments.length : place
}

/** Its present pool first, so that as few as possible move. */
function startingWith(present: number, options: readonly number[]): number[] {
  return [present, ...options.filter((other) => other !== present)]
}
