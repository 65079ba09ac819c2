import type { Platform } from '../../platform/context.ts'
import type { PublicLight } from '../../platform/http/ready.ts'
import * as store from './invariantStore.ts'

const EVERY_MS = 60_000

const WORDS: Record<store.Violation, readonly [one: string, many: string]> = {
  'no-job': ['offene Rückrufzusage ohne Wecker', 'offene Rückrufzusagen ohne Wecker'],
  'not-decided': ['abgelaufene Zusage ohne Urteil', 'abgelaufene Zusagen ohne Urteil'],
  'owner-gone': [
    'Rückruf bei einem Konto, das nicht mehr arbeitet',
    'Rückrufe bei Konten, die nicht mehr arbeiten',
  ],
  'team-gone': ['Rückruf, dessen Liste niemand sieht', 'Rückrufe, deren Liste niemand sieht'],
  'case-forgotten': ['offenes Anliegen ohne Rückruf', 'offene Anliegen ohne Rückruf'],
}

/** What breaks the rule as one sentence; null when nothing does. */
export function violationSentence(found: readonly { violation: store.Violation }[]): string | null {
  const parts = Object.entries(WORDS).flatMap(([violation, [one, many]]) => {
    const count = found.filter((each) => each.violation === violation).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return parts.length === 0 ? null : `Bitte prüfen: ${parts.join(', ')}.`
}

/**
 * Holds every minute that no promise is forgotten: each open one has its job, each open callback is in somebody's hands
 * or in a list that somebody sees, each open case has its callback. What breaks this is an error in the log, by id, and
 * a sentence for `/health/ready`.
 */
export class PromiseCheck {
  readonly #platform: Platform
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  /** Null until a check has succeeded, and after one that failed: then nobody knows. */
  #found: readonly store.Violated[] | null = null

  constructor(platform: Platform) {
    this.#platform = platform
  }

  start(): void {
    this.#running = this.check()
    this.#timer = setInterval(() => {
      this.#running = this.check()
    }, EVERY_MS)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }

  /** For `/health/ready`; null while all holds. */
  missing = async (): Promise<string | null> => violationSentence(this.#found ?? [])

  /** What everybody may know of one city's promises. */
  light = async (cityId: string): Promise<PublicLight> => {
    if (!this.#found) return 'unknown'
    return this.#found.some((each) => each.cityId === cityId) ? 'disturbed' : 'works'
  }

  async check(): Promise<void> {
    const { db, clock, log } = this.#platform
    try {
      const found = await store.violations(db, clock.now())
      for (const { cityId, violation, id } of found)
        log.error({ city: cityId, violation, subject: id }, 'a callback is forgotten')
      this.#found = found
    } catch (error) {
      this.#found = null
      log.error({ err: error }, 'the promises could not be checked')
    }
  }
}
