// One dialogue on one channel: plays what the rule says, hands it the keys, and does what it asks for. It never talks
// over a conversation: whoever joins the caller with somebody calls `hush` first.
import type { Platform } from '../../../platform/context.ts'
import type { CallbackDoor, SpokenReason } from '../../voice/callbackDoor.ts'
import type { Facts, Menu, MenuAction, MenuEvent, MenuRules, MenuStep } from '../../voice/menu.model.ts'
import { beginMenu, pauseAt, stepMenu } from '../../voice/menuRule.ts'
import type { Ari } from '../ari/client.ts'
import { unlessMovedOn } from '../movedOn.ts'
import type { Media } from './media.ts'
import { recordReason, takeRecording } from './recording.ts'

/** An event before the talk stamps it. */
type Happening<E = MenuEvent> = E extends { at: number } ? Omit<E, 'at'> : never

export interface TalkNeeds {
  platform: Platform
  ari: Pick<Ari, 'request'>
  callbacks: CallbackDoor
  media: Media
  rules: MenuRules
  channelId: string
  /** The name of what is said next, at Asterisk. */
  nextSaying(): string
  call: { id: string; cityId: string; lineId: string }
  /** Keeps agents away. @returns false when an agent has the caller already */
  hold(): Promise<boolean>
  release(): Promise<void>
  /** A callback is promised and stored. */
  promised(): void
  /** The dialogue is over. @param music the caller waits on */
  over(music: boolean): Promise<void>
}

export class Talk {
  readonly #needs: TalkNeeds
  #menu: Menu | null = null
  /** What is being said: its name at Asterisk, and the words, in case they must be said again. */
  #playing: { id: string; names: readonly string[]; builtIn: boolean } | null = null
  /** The last request to play; nobody is joined before it is answered. */
  #asking: Promise<unknown> = Promise.resolve()
  #turn: Promise<void> = Promise.resolve()
  #silence: NodeJS.Timeout | undefined
  #stopped = false
  #spoken: SpokenReason | null = null

  constructor(needs: TalkNeeds) {
    this.#needs = needs
  }

  get lang(): Menu['lang'] {
    return this.#menu?.lang ?? 'de'
  }

  /** Nothing is chosen yet: what is said may be said anew. */
  get isOpenOffer(): boolean {
    return this.#menu?.at === 'offer' && this.#menu.occasion === 'waiting'
  }

  begin(facts: Facts): void {
    this.#inTurn(() => this.#carryOut(beginMenu(facts, this.#now(), this.#needs.rules)))
  }

  /** A key was pressed: what is being said is broken off where a key is expected. */
  digit(digit: string): void {
    clearTimeout(this.#silence)
    this.#inTurn(async () => {
      if (this.#menu && pauseAt(this.#menu) !== null) await this.#fallSilent()
      await this.#step({ kind: 'digit', digit })
    })
  }

  /** @returns whether this was ours */
  finished(playbackId: string, failed: boolean): boolean {
    const playing = this.#playing
    if (playing?.id !== playbackId) return false
    this.#playing = null
    this.#inTurn(async () => {
      // The city's own recording cannot be fetched: the built-in one is there.
      if (failed && !playing.builtIn) return this.#play(playing.names, true)
      await this.#step({ kind: 'played' })
    })
    return true
  }

  /** The caller has spoken; with nothing on the tape it goes on without. */
  recorded(name: string | null): void {
    this.#inTurn(async () => {
      const consentAt = this.#menu?.consentAt ?? null
      if (name !== null && consentAt !== null)
        this.#spoken = await takeRecording(this.#needs, name, new Date(consentAt))
      await this.#step({ kind: 'recorded' })
    })
  }

  /** Says nothing more from now on. Resolves when nothing is being played any more. */
  async hush(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#silence)
    await this.#asking
    await this.#fallSilent()
  }

  #now(): number {
    return this.#needs.platform.clock.now().getTime()
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn
      .then(() => (this.#stopped ? undefined : work()))
      .catch((error: unknown) => {
        const { platform, call } = this.#needs
        platform.log.error({ err: error, call: call.id }, 'the voice menu failed')
        return this.#end(true)
      })
  }

  async #step(happening: Happening): Promise<void> {
    if (!this.#menu || this.#stopped) return
    await this.#carryOut(stepMenu(this.#menu, { ...happening, at: this.#now() }, this.#needs.rules))
  }

  async #carryOut({ menu, say, actions }: MenuStep): Promise<void> {
    this.#menu = menu
    clearTimeout(this.#silence)
    for (const action of actions) {
      await this.#act(action)
      if (this.#stopped) return
    }
    if (say.length > 0) return this.#play(say)
    if (!this.#playing) this.#awaitKey(menu)
  }

  async #act(action: MenuAction): Promise<void> {
    switch (action.kind) {
      case 'hold':
        if (!(await this.#needs.hold())) await this.#end(false)
        return
      case 'release':
        return this.#needs.release()
      case 'record':
        if (!(await recordReason(this.#needs))) this.recorded(null)
        return
      case 'promise':
        return this.#promise(action)
      case 'music':
        return this.#end(true)
      case 'hang-up':
        return this.#end(false).then(() => this.#hangUp())
    }
  }

  /** Not awaited by what follows it in this turn: the answer is an event of its own. */
  async #promise({ number, window }: Extract<MenuAction, { kind: 'promise' }>): Promise<void> {
    const { callbacks, call, platform } = this.#needs
    const { id: callId, cityId, lineId } = call
    try {
      const promise = { cityId, callId, lineId, number, window, lang: this.lang, spoken: this.#spoken }
      const made = await callbacks.promiseByMenu(promise)
      if (made.ok) this.#needs.promised()
      this.#inTurn(() =>
        this.#step(made.ok ? { ...made, kind: 'promised' } : { kind: 'full', next: made.next }),
      )
    } catch (error) {
      platform.log.error({ err: error, call: callId }, 'a callback could not be promised')
      this.#inTurn(() => this.#step({ kind: 'failed' }))
    }
  }

  async #play(names: readonly string[], builtIn = false): Promise<void> {
    const { ari, media, channelId } = this.#needs
    await this.#fallSilent()
    if (this.#stopped || names.length === 0) return
    const id = this.#needs.nextSaying()
    this.#playing = { id, names, builtIn }
    const uris = builtIn ? media.builtIn(names, this.lang) : media.of(names, this.lang)
    const asked = unlessMovedOn(
      ari.request('POST /channels/{channelId}/play', { channelId, media: uris, playbackId: id }),
    )
    this.#asking = asked
    await asked
  }

  async #fallSilent(): Promise<void> {
    const playing = this.#playing
    this.#playing = null
    if (!playing) return
    await unlessMovedOn(this.#needs.ari.request('DELETE /playbacks/{playbackId}', { playbackId: playing.id }))
  }

  #awaitKey(menu: Menu): void {
    const pause = pauseAt(menu)
    if (pause === null) return
    this.#silence = setTimeout(() => this.#inTurn(() => this.#step({ kind: 'silence' })), pause)
  }

  async #end(music: boolean): Promise<void> {
    if (this.#stopped) return
    this.#stopped = true
    clearTimeout(this.#silence)
    await this.#fallSilent()
    await this.#needs.over(music)
  }

  async #hangUp(): Promise<void> {
    const { ari, channelId } = this.#needs
    await unlessMovedOn(ari.request('DELETE /channels/{channelId}', { channelId }))
  }
}
