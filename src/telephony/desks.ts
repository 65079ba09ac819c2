import { missingFor, type Checks } from './availability.ts'

/** What a desk says of itself and what the telephone system says of its softphone. */
interface Desk {
  cityId: string
  heardMono: number | null
  microphone: boolean
  phoneRegistered: boolean
  online: boolean
}

/** A desk silent for this long is closed, not only interrupted. */
const GONE_AFTER_MS = 60_000

/** The desks that this process hears of, by account. */
export class Desks {
  readonly #desks = new Map<string, Desk>()
  readonly #telephone: (cityId: string) => Checks['telephone']

  constructor(telephone: (cityId: string) => Checks['telephone']) {
    this.#telephone = telephone
  }

  heard(cityId: string, accountId: string, said: { phoneRegistered: boolean; microphone: boolean }): void {
    this.#desks.set(accountId, { ...this.#desk(accountId), cityId, ...said, heardMono: performance.now() })
  }

  softphone(accountId: string, online: boolean): void {
    this.#desks.set(accountId, { ...this.#desk(accountId), online })
  }

  /** After a restart of ours the desk is believed until it is due to speak again. */
  believe(cityId: string, accountId: string): void {
    this.heard(cityId, accountId, { phoneRegistered: true, microphone: true })
  }

  missing(cityId: string, accountId: string): string[] {
    const { heardMono, microphone, phoneRegistered, online } = this.#desk(accountId)
    return missingFor({
      telephone: this.#telephone(cityId),
      phoneRegistered: phoneRegistered && online,
      microphone,
      silentMs: heardMono === null ? null : performance.now() - heardMono,
    })
  }

  isGone(accountId: string): boolean {
    const { heardMono } = this.#desk(accountId)
    return heardMono === null || performance.now() - heardMono > GONE_AFTER_MS
  }

  isOnline(accountId: string): boolean {
    return this.#desk(accountId).online
  }

  forget(accountId: string): void {
    this.#desks.delete(accountId)
  }

  /** The city of a desk that has spoken; undefined for a softphone alone. */
  cityOf(accountId: string): string | undefined {
    return this.#desks.get(accountId)?.cityId || undefined
  }

  #desk(accountId: string): Desk {
    const unheard = { cityId: '', heardMono: null, microphone: false, phoneRegistered: false, online: false }
    return this.#desks.get(accountId) ?? unheard
  }
}
