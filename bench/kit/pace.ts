/** Turns at a fixed rate, given in the order in which they were asked for. */
export class Pace {
  readonly #waiting: ((due: number) => void)[] = []
  readonly #perMs: number
  readonly #begun = performance.now()
  readonly #timer: NodeJS.Timeout
  #given = 0

  /** @param idle called when a turn comes and nobody waits for it: somebody may ask for it at once, else it is lost */
  constructor(perSecond: number, idle: () => void) {
    this.#perMs = perSecond / 1000
    this.#timer = setInterval(() => this.#give(idle), 4)
  }

  /** Resolves with the moment at which the turn was due: what is sent late counts as late from there on. */
  turn(): Promise<number> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #give(idle: () => void): void {
    const until = Math.floor((performance.now() - this.#begun) * this.#perMs)
    for (; this.#given < until; this.#given += 1) {
      if (this.#waiting.length === 0) idle()
      this.#waiting.shift()?.(this.#begun + this.#given / this.#perMs)
    }
  }
}
