/** A desk that is back within this time goes on as it was; later its person says so. */
export const BACK_WITHIN_MS = 60_000
/** Given back at most this often in that time: a desk that comes and goes would take callers and lose them. */
export const BACK_AT_MOST = 3

interface Interruption {
  since: number
  /** The person wanted calls. Without that wish only the caller who was lost may ring. */
  wasReady: boolean
}

/**
 * Whose readiness the machine ended, not the person: a lost network, a page that was loaded anew. Whoever is soon fit
 * again goes on without a word; what a person chose is never undone. Instants are monotonic (ms).
 */
export class Interruptions {
  readonly #open = new Map<string, Interruption>()
  readonly #givenBack = new Map<string, number[]>()

  /** A second one, before the first is over, changes nothing of what was wanted before it. */
  begin(accountId: string, { since, wasReady }: Interruption): void {
    const open = this.#open.get(accountId)
    this.#open.set(accountId, { since, wasReady: wasReady || open?.wasReady === true })
  }

  /** The person decided, or the desk is closed. */
  forget(accountId: string): void {
    this.#open.delete(accountId)
    this.#givenBack.delete(accountId)
  }

  has(accountId: string): boolean {
    return this.#open.has(accountId)
  }

  /**
   * The desk is fit again.
   * @param talks in a conversation no caller is at stake, so it may come and go as often as it likes
   * @returns what was interrupted, once; null when it is the person's turn to say so
   */
  end(accountId: string, at: number, talks = false): Interruption | null {
    const open = this.#open.get(accountId)
    if (!open) return null
    this.#open.delete(accountId)
    if (talks) return open
    const before = (this.#givenBack.get(accountId) ?? []).filter((then) => at - then < BACK_WITHIN_MS)
    if (at - open.since > BACK_WITHIN_MS || before.length >= BACK_AT_MOST) return null
    this.#givenBack.set(accountId, [...before, at])
    return open
  }
}
