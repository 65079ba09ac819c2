import type { Platform } from '../platform/context.ts'

interface Kept<T> {
  until: number
  reading: Promise<T>
}

/** Readings that serve all who ask within a while: a newspaper's article brings many at once. */
export class KeptReadings<T> {
  readonly #keptMs: number
  readonly #ofProcess = new WeakMap<Platform['live'], Map<string, Kept<T>>>()

  constructor(keptMs: number) {
    this.#keptMs = keptMs
  }

  /** What was read under this key, at most so old. A failure is not kept: the next reader asks anew. */
  of({ live, clock }: Platform, key: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#ofProcess.get(live) ?? new Map<string, Kept<T>>()
    this.#ofProcess.set(live, kept)
    const now = clock.now().getTime()
    const known = kept.get(key)
    if (known && now < known.until && now >= known.until - this.#keptMs) return known.reading
    for (const [other, { until }] of kept) if (until <= now) kept.delete(other)
    const mine = { until: now + this.#keptMs, reading: read() }
    kept.set(key, mine)
    mine.reading.catch(() => {
      if (kept.get(key) === mine) kept.delete(key)
    })
    return mine.reading
  }
}
