// The dialogue with a caller who may be called back instead of waiting. Pure: the instant comes with each event.
import { sentence } from '../prompts/say.ts'
import type { Facts, Menu, MenuAction, MenuEvent, MenuRules, MenuStep, Place } from './menu.model.ts'
import { confirmation, phrasesOf } from './phrases.ts'

/** A wrong key or silence is answered by saying it again, so often; then the caller waits on. */
const REPEATS = 2
/** E.164 has 15; a few more for a prefix like 0049. */
const MOST_DIGITS = 20
const SHORT_PAUSE_MS = 5_000
const LONG_PAUSE_MS = 8_000

/** The first words. */
export function beginMenu(facts: Facts, now: number, rules: MenuRules): MenuStep {
  const menu: Menu = {
    ...facts,
    at: 'offer',
    number: null,
    keyed: '',
    repeats: 0,
    held: false,
    consentAt: null,
  }
  const say = phrasesOf(menu, { now, timeZone: rules.timeZone })
  if (facts.window) return { menu, say, actions: [] }
  if (facts.occasion === 'closed')
    return { menu: { ...menu, at: 'done' }, say: [...say, sentence('auf-wiederhoeren')], actions: [] }
  return { menu: { ...menu, at: 'leaving' }, say, actions: [] }
}

/** How long a key is waited for after the last word or key; null where none is expected. */
export function pauseAt({ at }: Menu): number | null {
  if (at === 'key-in') return LONG_PAUSE_MS
  return ['offer', 'again', 'number', 'reason'].includes(at) ? SHORT_PAUSE_MS : null
}

/** One moment of the dialogue. An event that no longer fits changes nothing. */
export function stepMenu(menu: Menu, event: MenuEvent, rules: MenuRules): MenuStep {
  const talk = new Talk(menu, event.at, rules)
  switch (event.kind) {
    case 'digit':
      return talk.digit(event.digit)
    case 'silence':
      return talk.silence()
    case 'played':
      return talk.played()
    case 'recorded':
      return menu.at === 'recording' ? talk.promise() : talk.nothing()
    case 'promised':
      return talk.promised(event)
    case 'full':
      return talk.full(event.next)
    case 'failed':
      return menu.at === 'promising' ? talk.leave([sentence('nicht-geklappt')]) : talk.nothing()
    case 'gone':
      return { menu: { ...menu, at: 'over' }, say: [], actions: [] }
  }
}

class Talk {
  readonly #menu: Menu
  readonly #now: number
  readonly #rules: MenuRules

  constructor(menu: Menu, now: number, rules: MenuRules) {
    this.#menu = menu
    this.#now = now
    this.#rules = rules
  }

  nothing(): MenuStep {
    return { menu: this.#menu, say: [], actions: [] }
  }

  digit(digit: string): MenuStep {
    const { at, lang, caller } = this.#menu
    switch (at) {
      case 'offer':
        if (digit === '9') return this.#goTo('offer', { lang: lang === 'de' ? 'en' : 'de' })
        if (digit !== '1') return this.#repeat(sentence('nicht-verstanden'))
        return caller
          ? this.#goTo('number', { number: caller, held: true }, this.#hold())
          : this.#goTo('key-in', { held: true }, this.#hold(), [sentence('keine-nummer')])
      case 'number':
        if (digit === '1') return this.#goTo('reason')
        return digit === '2' ? this.#goTo('key-in') : this.#repeat(sentence('nicht-verstanden'))
      case 'key-in':
        return this.#keyIn(digit)
      case 'reason':
        if (digit === '1') return this.#goTo('recording', { consentAt: this.#now })
        return digit === '2' ? this.promise() : this.#repeat(sentence('nicht-verstanden'))
      case 'again':
        return digit === '1' ? this.promise() : this.#repeat(sentence('nicht-verstanden'))
      case 'recording':
      case 'promising':
      case 'leaving':
      case 'done':
      case 'over':
        return this.nothing()
    }
  }

  silence(): MenuStep {
    const { at, occasion, keyed } = this.#menu
    if (pauseAt(this.#menu) === null) return this.nothing()
    // Who waits and does not press has chosen to wait.
    if (at === 'offer' && occasion !== 'closed') return this.#over([{ kind: 'music' }])
    if (at === 'key-in' && keyed !== '') return this.#check()
    return this.#repeat(sentence('nichts-gehoert'))
  }

  played(): MenuStep {
    const { at } = this.#menu
    if (at === 'recording') return { menu: this.#menu, say: [], actions: [{ kind: 'record' }] }
    if (at === 'done') return this.#over([{ kind: 'hang-up' }])
    return at === 'leaving' ? this.#over([{ kind: 'music' }]) : this.nothing()
  }

  promise(): MenuStep {
    const { number, window } = this.#menu
    if (!number || !window) return this.leave([sentence('nicht-geklappt')])
    return this.#goTo('promising', {}, [{ kind: 'promise', number, window }])
  }

  promised(made: Extract<MenuEvent, { kind: 'promised' }>): MenuStep {
    if (this.#menu.at !== 'promising') return this.nothing()
    const menu: Menu = { ...this.#menu, at: 'done', window: made.window }
    return { menu, say: confirmation(menu, made, this.#speaking()), actions: [] }
  }

  full(next: Menu['window']): MenuStep {
    if (this.#menu.at !== 'promising') return this.nothing()
    const full = sentence('fenster-voll')
    if (!next) return this.leave([full, sentence('kein-fenster')])
    return this.#goTo('again', { window: next }, [], [full])
  }

  /** Gives up on the callback, never on the caller: the place in line was kept. */
  leave(why: readonly string[]): MenuStep {
    const { held, occasion } = this.#menu
    if (occasion === 'closed') {
      const menu: Menu = { ...this.#menu, at: 'done' }
      return { menu, say: [...why, sentence('auf-wiederhoeren')], actions: [] }
    }
    const menu: Menu = { ...this.#menu, at: 'leaving', held: false }
    return {
      menu,
      say: [...why, sentence('platz-bleibt')],
      actions: held ? [{ kind: 'release' }] : [],
    }
  }

  #keyIn(digit: string): MenuStep {
    const { keyed } = this.#menu
    if (digit === '#') return this.#check()
    if (digit === '*') return this.#goTo('key-in')
    if (!/^\d$/.test(digit)) return this.nothing()
    const menu = { ...this.#menu, keyed: keyed + digit }
    if (menu.keyed.length > MOST_DIGITS) return new Talk(menu, this.#now, this.#rules).#check()
    return { menu, say: [], actions: [] }
  }

  #check(): MenuStep {
    const number = this.#rules.callable(this.#menu.keyed)
    return number ? this.#goTo('number', { number }) : this.#repeat(sentence('nummer-unmoeglich'))
  }

  #repeat(why: string): MenuStep {
    const { repeats } = this.#menu
    if (repeats >= REPEATS) return this.leave([why])
    const menu = { ...this.#menu, repeats: repeats + 1, keyed: '' }
    return { menu, say: [why, ...phrasesOf(menu, this.#speaking())], actions: [] }
  }

  #goTo(
    at: Place,
    change: Partial<Menu> = {},
    actions: readonly MenuAction[] = [],
    first: readonly string[] = [],
  ): MenuStep {
    const menu: Menu = { ...this.#menu, repeats: 0, keyed: '', ...change, at }
    return { menu, say: [...first, ...phrasesOf(menu, this.#speaking())], actions }
  }

  #over(actions: readonly MenuAction[]): MenuStep {
    return { menu: { ...this.#menu, at: 'over' }, say: [], actions }
  }

  #hold(): readonly MenuAction[] {
    return this.#menu.occasion === 'closed' ? [] : [{ kind: 'hold' }]
  }

  #speaking() {
    return { now: this.#now, timeZone: this.#rules.timeZone }
  }
}
