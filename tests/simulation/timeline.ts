import type { TestClock } from '../kit/testClock.ts'

interface Happening {
  at: number
  /** Of those at the same moment the one that was planned first comes first. */
  turn: number
  run: () => Promise<void>
}

/** What is going to happen, one after the other, each at its moment of the test clock. */
export class Timeline {
  readonly #clock: TestClock
  /** A binary heap. */
  readonly #heap: Happening[] = []
  #turns = 0

  constructor(clock: TestClock) {
    this.#clock = clock
  }

  now(): number {
    return this.#clock.now().getTime()
  }

  /** Plans something; what would lie in the past happens now. */
  at(moment: number, run: () => Promise<void>): void {
    this.#turns += 1
    this.#heap.push({ at: Math.max(Math.round(moment), this.now()), turn: this.#turns, run })
    this.#rise(this.#heap.length - 1)
  }

  after(milliseconds: number, run: () => Promise<void>): void {
    this.at(this.now() + milliseconds, run)
  }

  /** Lets everything happen up to this moment, which it then is. */
  async runUntil(moment: number): Promise<void> {
    for (let next = this.#heap[0]; next && next.at <= moment; next = this.#heap[0]) {
      this.#removeFirst()
      this.#clock.set(new Date(next.at))
      await next.run()
    }
    this.#clock.set(new Date(moment))
  }

  #removeFirst(): void {
    const last = this.#heap.pop()
    if (!last || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink()
  }

  #rise(from: number): void {
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      if (!this.#swapIfLater(above, place)) return
      place = above
    }
  }

  #sink(): void {
    for (let place = 0; ;) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      const below = this.#isEarlier(right, left) ? right : left
      if (!this.#swapIfLater(place, below)) return
      place = below
    }
  }

  #isEarlier(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    return a !== undefined && b !== undefined && (a.at - b.at || a.turn - b.turn) < 0
  }

  /** @returns whether they were swapped */
  #swapIfLater(above: number, below: number): boolean {
    if (!this.#isEarlier(below, above)) return false
    const [a, b] = [this.#heap[above], this.#heap[below]]
    if (!a || !b) return false
    this.#heap[above] = b
    this.#heap[below] = a
    return true
  }
}
