import type { Oddity, OddityKind } from './pastCall.ts'

/** How often something odd was found, and in which lines it was first. */
export interface OddityCount {
  kind: OddityKind
  count: number
  /** From 1. */
  lines: number[]
}

/** So many lines of each kind are named. */
const MOST_LINES = 20

/** Counts what a reader found odd; all of it is counted, the first lines are named. */
export class OddityCounter {
  readonly #found = new Map<OddityKind, OddityCount>()

  add({ kind, line }: Oddity, times = 1): void {
    if (times === 0) return
    const counted = this.#found.get(kind) ?? { kind, count: 0, lines: [] }
    counted.count += times
    if (line !== null && counted.lines.length < MOST_LINES) counted.lines.push(line)
    this.#found.set(kind, counted)
  }

  get counts(): OddityCount[] {
    return [...this.#found.values()]
  }
}
