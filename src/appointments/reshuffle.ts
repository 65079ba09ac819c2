import { ADRIFT, poolsFor, type Board } from './board.ts'
import type { Demand } from './model.ts'

/**
 * After so many steps the search for a re-shuffle gives up and the time counts as full: it may refuse what would just
 * fit, it never overbooks. With equal lanes nothing is searched at all; with a few kinds of skills a day needs
 * hundreds of steps, because states that are alike are looked at once.
 */
export const SEARCH_STEPS = 5_000

/** The wish in the order of appointments. */
export const WISH = -1

/** For each appointment the pools it could stand in, fewest skills first; none for one that is adrift. */
export type Options = readonly (readonly number[])[]

export function optionsOf(board: Board): Options {
  return board.taken.map(({ demand }, index) =>
    board.pool[index] === ADRIFT ? [] : poolsFor(board, demand, board.from[index]!, board.to[index]!),
  )
}

/**
 * Pools for the wish and for appointments that have to leave theirs for it, by place in `board.taken` (WISH for the
 * wish); null when there is no way, or none found within SEARCH_STEPS. Exact for the rest: when every pool that could
 * take the wish is full, the appointments that overlap it, and transitively those that overlap them, are laid anew.
 */
export function reshuffle(
  board: Board,
  options: Options,
  wish: { readonly demand: Demand; readonly from: number; readonly to: number },
): Map<number, number> | null {
  const own = poolsFor(board, wish.demand, wish.from, wish.to)
  if (own.length === 0 || !couldFit(board, options, own, wish)) return null
  const movable = movableAround(board, options, wish)
  return new Search(board, options, own, wish, movable).run()
}

/** A necessary condition, checked cheaply: in each minute a chain of moves leads from the wish's pools to a free lane. */
function couldFit(
  board: Board,
  options: Options,
  own: readonly number[],
  { from, to }: { from: number; to: number },
): boolean {
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

/** Those with a choice that overlap the wish, those with a choice that overlap them, and so on. */
function movableAround(
  board: Board,
  options: Options,
  wish: { readonly from: number; readonly to: number },
): number[] {
  const chosen = new Set<number>()
  let { from, to } = wish
  for (let before = -1; before < chosen.size;) {
    before = chosen.size
    for (let index = 0; index < options.length; index += 1) {
      if (options[index]!.length < 2 || board.from[index]! >= to || board.to[index]! <= from) continue
      chosen.add(index)
      from = Math.min(from, board.from[index]!)
      to = Math.max(to, board.to[index]!)
    }
  }
  return [...chosen]
}

/** Lays appointments one after another by their start, and goes back when one fits nowhere. */
class Search {
  readonly #board: Board
  /** Places in `board.taken`, and WISH. */
  readonly #order: readonly number[]
  readonly #from: readonly number[]
  readonly #to: readonly number[]
  readonly #options: readonly (readonly number[])[]
  readonly #chosen: Int32Array
  /** Lanes left in each minute, for each pool. */
  readonly #room: readonly Int16Array[]
  readonly #longest: number
  readonly #deadEnds = new Set<string>()
  #steps = 0

  constructor(
    board: Board,
    options: Options,
    own: readonly number[],
    wish: { readonly from: number; readonly to: number },
    movable: readonly number[],
  ) {
    const from = (index: number): number => (index === WISH ? wish.from : board.from[index]!)
    const to = (index: number): number => (index === WISH ? wish.to : board.to[index]!)
    this.#board = board
    this.#order = [...movable, WISH].sort((a, b) => from(a) - from(b) || to(a) - to(b))
    this.#from = this.#order.map(from)
    this.#to = this.#order.map(to)
    this.#options = this.#order.map((index) =>
      index === WISH ? own : startingWith(board.pool[index]!, options[index]!),
    )
    this.#chosen = new Int32Array(this.#order.length)
    this.#longest = this.#order.reduce((most, _, i) => Math.max(most, this.#to[i]! - this.#from[i]!), 0)
    this.#room = board.pools.map(({ busy, lanes }) => Int16Array.from(busy, (used) => lanes.length - used))
    for (const index of movable) this.#take(board.pool[index]!, from(index), to(index), 1)
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
    this.#steps += 1
    if (this.#steps > SEARCH_STEPS) return false
    // Before the first dead end nothing can be known, and the key is the dear part.
    if (this.#deadEnds.size > 0 && this.#deadEnds.has(this.#key(i))) return false
    const [from, to] = [this.#from[i]!, this.#to[i]!]
    for (const pool of this.#options[i]!) {
      if (!this.#fits(pool, from, to)) continue
      this.#chosen[i] = pool
      this.#take(pool, from, to, -1)
      if (this.#lay(i + 1)) return true
      this.#take(pool, from, to, 1)
      if (this.#steps > SEARCH_STEPS) return false
    }
    this.#deadEnds.add(this.#key(i))
    return false
  }

  /** What the rest depends on: which pools are occupied how long by those laid before. */
  #key(i: number): string {
    const now = this.#from[i]!
    const running: number[] = []
    for (let before = i - 1; before >= 0 && this.#from[before]! > now - this.#longest; before -= 1)
      if (this.#to[before]! > now) running.push(this.#to[before]! * this.#room.length + this.#chosen[before]!)
    return `${i}:${running.sort((a, b) => a - b).join()}`
  }

  #fits(pool: number, from: number, to: number): boolean {
    const room = this.#room[pool]!
    for (let minute = from; minute < to; minute += 1) if (room[minute]! <= 0) return false
    return true
  }

  #take(pool: number, from: number, to: number, lanes: 1 | -1): void {
    const room = this.#room[pool]!
    for (let minute = from; minute < to; minute += 1) room[minute]! += lanes
  }
}

/** Its present pool first, so that as few as possible move. */
function startingWith(present: number, options: readonly number[]): number[] {
  return [present, ...options.filter((other) => other !== present)]
}
