import type { Platform } from '../../../platform/context.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Exchange } from '../../exchange/exchange.ts'
import { announcementsFor } from '../../prompts/announcementSound.ts'
import type { CallbackDoor } from '../../voice/callbackDoor.ts'
import type { Occasion } from '../../voice/menu.model.ts'
import { readFacts } from '../../voice/readFacts.ts'
import type { Ari } from '../ari/client.ts'
import type { Leg, Legs } from '../legs.ts'
import { unlessMovedOn } from '../movedOn.ts'
import { mediaOf } from './media.ts'
import { channelOfReason, dropLostRecordings, dropRecording, isReason } from './recording.ts'
import { Sayings, silence } from './sayings.ts'
import { Talk } from './talk.ts'

/** What the voice menu needs from the house; the house is built before its address is known. */
export interface VoiceDoors {
  callbacks: CallbackDoor
  /** Where the telephone system reaches this program; null when nobody has said. */
  address(): string | null
}

export interface VoiceNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  legs: Legs
  exchangeOf(cityId: string): Exchange
  doors: VoiceDoors | null
}

/** Every dialogue on this telephone system, by the caller's channel. */
export class Voice {
  readonly #needs: VoiceNeeds
  readonly #talks = new Map<string, Talk>()
  readonly #beginning = new Set<string>()
  /** Who pressed nine hears English from then on. */
  readonly #langs = new Map<string, Lang>()
  readonly #sayings = new Sayings()

  constructor(needs: VoiceNeeds) {
    this.#needs = needs
  }

  /** Where one German prompt of this city is found. */
  async mediaOf(cityId: string, name: string): Promise<string> {
    const { platform, doors } = this.#needs
    const media = await mediaOf(platform.db, cityId, doors?.address() ?? null)
    return media.of([name], 'de').join(',')
  }

  has(channelId: string): boolean {
    return this.#talks.has(channelId) || this.#beginning.has(channelId)
  }

  /** Whether somebody is in a dialogue that must not be broken off: at closing time an open offer may be. */
  isBusy(channelId: string): boolean {
    return this.has(channelId) && this.#talks.get(channelId)?.isOpenOffer !== true
  }

  /** Speaks to a caller who waits; whoever is spoken to already is left alone. */
  async offer(leg: Leg, occasion: Exclude<Occasion, 'closed'>): Promise<void> {
    if (occasion === 'closing' && !this.isBusy(leg.id)) await this.#forget(leg.id)
    const caller = this.#callerOf(leg)
    if (caller && !caller.connected && caller.where === 'queue')
      await this.#begin(leg, caller.lineId, occasion)
  }

  /** Speaks to somebody who calls outside service hours. @returns false when nobody can say anything */
  async closed(leg: Leg, lineId: string): Promise<boolean> {
    if (!this.#needs.doors) return false
    try {
      await this.#begin(leg, lineId, 'closed')
      return true
    } catch (error) {
      // The call is on record: entering it once more would be refused, and the caller would hear nothing at all.
      this.#needs.platform.log.error({ err: error, call: leg.callId }, 'no dialogue outside service hours')
      return false
    }
  }

  async #begin(leg: Leg, lineId: string, occasion: Occasion): Promise<void> {
    const { platform, ari, doors, exchangeOf } = this.#needs
    const { id: channelId, cityId, callId } = leg
    if (!doors || callId === null || this.has(channelId)) return
    this.#beginning.add(channelId)
    try {
      const queue = occasion === 'closed' ? null : exchangeOf(cityId).state
      const lang = this.#langs.get(channelId) ?? 'de'
      const spoken = { cityId, callId, lineId, occasion, lang, queue }
      const { facts, rules } = await readFacts({ platform, callbacks: doors.callbacks }, spoken)
      const media = await mediaOf(platform.db, cityId, doors.address())
      // Meanwhile somebody may have answered, or the caller may be gone.
      if (this.#needs.legs.get(channelId) !== leg || (queue && this.#callerOf(leg)?.connected !== false))
        return
      const call = { id: callId, cityId, lineId }
      const desk = occasion === 'closed' ? this.#nobody(leg) : this.#queueDesk(leg)
      const { callbacks } = doors
      const nextSaying = () => this.#sayings.next(channelId)
      const talk = new Talk({ platform, ari, callbacks, media, rules, channelId, nextSaying, call, ...desk })
      this.#talks.set(channelId, talk)
      leg.hush = () => this.#forget(channelId)
      talk.begin(facts)
    } finally {
      this.#beginning.delete(channelId)
    }
  }

  /** Where the telephone system finds the special announcements that callers of this line hear now. */
  async announcements(line: { cityId: string; id: string }): Promise<string[]> {
    const { platform, doors } = this.#needs
    const address = doors?.address() ?? null
    if (address === null) return []
    const names = await announcementsFor(platform.db, line, platform.clock.now())
    if (names.length === 0) return []
    return (await mediaOf(platform.db, line.cityId, address)).of(names, 'de')
  }

  digit(channelId: string, digit: string): void {
    this.#talks.get(channelId)?.digit(digit)
  }

  /** @returns whether this was something of ours */
  finished(playbackId: string, failed: boolean): boolean {
    return [...this.#talks.values()].some((talk) => talk.finished(playbackId, failed))
  }

  /** A recording is over; of a caller who is gone it is thrown away. */
  async recorded(name: string, failed: boolean): Promise<void> {
    if (!isReason(name)) return
    const talk = this.#talks.get(channelOfReason(name))
    if (talk) talk.recorded(failed ? null : name)
    else if (!failed) await dropRecording(this.#needs.ari, name)
  }

  /** The caller is gone. */
  async gone(channelId: string): Promise<void> {
    this.#langs.delete(channelId)
    this.#sayings.forget(channelId)
    await this.#forget(channelId)
  }

  /**
   * After a gap nobody knows what was said: who chose to be called back waits on, and is asked again. What a process
   * that is dead was saying is broken off: nobody would hear the keys it asks for.
   */
  async reset(): Promise<void> {
    const { ari, legs } = this.#needs
    for (const channelId of this.#talks.keys()) {
      const leg = legs.get(channelId)
      await this.#forget(channelId)
      if (leg) await this.#waitsAgain(leg)
    }
    for (const { id, party } of legs.all()) if (party === 'caller' && !this.has(id)) await silence(ari, id)
    await dropLostRecordings(ari)
  }

  async #forget(channelId: string): Promise<void> {
    const talk = this.#talks.get(channelId)
    if (!talk) return
    this.#talks.delete(channelId)
    this.#langs.set(channelId, talk.lang)
    await talk.hush()
  }

  #queueDesk(leg: Leg) {
    const { exchangeOf } = this.#needs
    const exchange = exchangeOf(leg.cityId)
    const callId = leg.callId ?? ''
    return {
      hold: async () => {
        await exchange.tell({ kind: 'menu', callId })
        return this.#callerOf(leg)?.where === 'menu'
      },
      release: () => this.#waitsAgain(leg),
      promised: () => exchange.notePromised(callId),
      over: async (music: boolean) => {
        await this.#forget(leg.id)
        if (!music) return
        await this.#waitsAgain(leg)
        await this.#music(leg)
      },
    }
  }

  /** Outside service hours nobody is kept away, and nobody waits. */
  #nobody(leg: Leg) {
    const { ari } = this.#needs
    return {
      hold: async () => true,
      release: async () => undefined,
      promised: () => undefined,
      over: async () => {
        await this.#forget(leg.id)
        await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId: leg.id }))
      },
    }
  }

  async #waitsAgain(leg: Leg): Promise<void> {
    const callId = leg.callId ?? ''
    if (this.#callerOf(leg)?.where === 'menu')
      await this.#needs.exchangeOf(leg.cityId).tell({ kind: 'waits-again', callId })
  }

  async #music(leg: Leg): Promise<void> {
    const { ari, exchangeOf } = this.#needs
    const call = exchangeOf(leg.cityId).calls.get(leg.callId ?? '')
    if (!call || this.#callerOf(leg)?.connected !== false) return
    await unlessMovedOn(ari.request('POST /channels/{channelId}/moh', { channelId: leg.id }))
  }

  #callerOf({ cityId, callId }: Leg) {
    return this.#needs.exchangeOf(cityId).state.callers.get(callId ?? '')
  }
}
