import type { NotReadyReason } from '../../desk/contract.ts'
import type { Platform } from '../../platform/context.ts'
import { patiently } from './patience.ts'
import * as store from '../store.ts'

/** Why nobody rings at a desk, as its person or the machine said it last; kept over a restart. */
export class Pauses {
  readonly #platform: Platform
  readonly #reasons = new Map<string, NotReadyReason>()

  constructor(platform: Platform) {
    this.#platform = platform
  }

  of(accountId: string): NotReadyReason | null {
    return this.#reasons.get(accountId) ?? null
  }

  /** From the table, after a restart. */
  remember(accountId: string, reason: NotReadyReason | null): void {
    if (reason) this.#reasons.set(accountId, reason)
    else this.#reasons.delete(accountId)
  }

  async note(cityId: string, accountId: string, reason: NotReadyReason | null): Promise<void> {
    if (this.of(accountId) === reason) return
    this.remember(accountId, reason)
    const { db, log } = this.#platform
    await patiently(log, () => store.savePauseReason(db, cityId, accountId, reason))
  }
}
