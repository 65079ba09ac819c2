import type { Platform } from '../../platform/context.ts'
import type { DialEvent } from '../switchboard.ts'

const RINGS_AFTER_MS = 300
const ANSWERS_AFTER_MS = 600

/** A played citizen's telephone: rings, answers, and stays until the clerk hangs up. */
export class PracticeDials {
  readonly #platform: Platform
  readonly #running = new Map<
    string,
    { timers: NodeJS.Timeout[]; held: boolean; tell(event: DialEvent): void; done(): void }
  >()

  constructor(platform: Platform) {
    this.#platform = platform
  }

  start(attemptId: string, tell: (event: DialEvent) => Promise<void>, done: () => void): void {
    let told = Promise.resolve()
    const say = (event: DialEvent): void => {
      told = told
        .then(() => tell(event))
        .catch((error: unknown) =>
          this.#platform.log.error(
            { err: error, attempt: attemptId },
            'news of a practice attempt was not taken',
          ),
        )
    }
    const at = (kind: 'rang' | 'answered', ms: number): NodeJS.Timeout =>
      setTimeout(() => say({ kind, at: this.#platform.clock.now() }), ms)
    say({ kind: 'clerk-ready', at: this.#platform.clock.now() })
    const timers = [at('rang', RINGS_AFTER_MS), at('answered', ANSWERS_AFTER_MS)]
    this.#running.set(attemptId, { timers, held: false, tell: say, done })
  }

  /** @returns whether there is such an attempt */
  hold(attemptId: string, held: boolean): boolean {
    const dial = this.#running.get(attemptId)
    if (dial) dial.held = held
    return dial !== undefined
  }

  isHeld(attemptId: string): boolean {
    return this.#running.get(attemptId)?.held ?? false
  }

  /** @returns whether there was such an attempt */
  end(attemptId: string): boolean {
    const dial = this.#running.get(attemptId)
    if (!dial) return false
    this.#running.delete(attemptId)
    for (const timer of dial.timers) clearTimeout(timer)
    dial.tell({ kind: 'ended', at: this.#platform.clock.now(), how: 'hung-up' })
    dial.done()
    return true
  }

  stop(): void {
    for (const { timers } of this.#running.values()) for (const timer of timers) clearTimeout(timer)
    this.#running.clear()
  }
}
