import { type BucketRule, take } from './tokenBucketRule.ts'

/**
 * Token buckets by key, such as a network, in the memory of this process: one number each. Beyond `most` the ones that were
 * not used for longest are forgotten; they are full again by then, unless somebody has more networks than that.
 */
export class Budgets {
  readonly #most: number
  readonly #fullAt = new Map<string, number>()

  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#fullAt.size
  }

  /** Takes one from every bucket, or from none. @returns how long to wait, 0 when they were taken */
  take(asked: readonly { key: string; rule: BucketRule }[], now: number): number {
    const found = asked.map(({ key, rule }) => ({ key, ...take(this.#fullAt.get(key) ?? 0, rule, now) }))
    const waitMs = Math.max(0, ...found.map((one) => one.waitMs))
    if (waitMs > 0) return waitMs
    for (const { key, fullAt } of found) this.#keep(key, fullAt)
    return 0
  }

  /** Puts back what was taken: it was not to be had. */
  giveBack(asked: readonly { key: string; rule: BucketRule }[]): void {
    for (const { key, rule } of asked) {
      const fullAt = this.#fullAt.get(key)
      if (fullAt !== undefined) this.#fullAt.set(key, fullAt - 1000 / rule.perSecond)
    }
  }

  #keep(key: string, fullAt: number): void {
    // Taken out first, so that the order of the map is the order of use.
    this.#fullAt.delete(key)
    this.#fullAt.set(key, fullAt)
    if (this.#fullAt.size <= this.#most) return
    const [oldest] = this.#fullAt.keys()
    if (oldest !== undefined) this.#fullAt.delete(oldest)
  }
}
