import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCaseNumber } from '../../shared/caseNumber.ts'
import { callerNumber } from '../../shared/callerNumber.ts'
import { TONE, promptOf } from '../prompts/registry.ts'
import { callableNumber } from './callableNumber.ts'
import type { Facts, Menu, MenuAction, MenuEvent, MenuStep } from './menu.model.ts'
import { beginMenu, pauseAt, stepMenu } from './menuRule.ts'

const NOW = Date.parse('2026-11-23T13:20:00+01:00')
const HOUR = 3_600_000
const WINDOW = {
  start: Date.parse('2026-11-23T14:00:00+01:00'),
  end: Date.parse('2026-11-23T15:00:00+01:00'),
}
const NEXT = { start: WINDOW.end, end: WINDOW.end + HOUR }
const OWN = callerNumber('+491725566445')
const CASE = makeCaseNumber('LU', () => 3)
const RULES = {
  timeZone: 'Europe/Berlin',
  callable: (keyed: string) => callableNumber(keyed, '02306'),
}
const FACTS: Facts = {
  occasion: 'waiting',
  lang: 'de',
  window: WINDOW,
  caller: OWN,
  position: 3,
  waitMinutes: null,
  unstaffed: false,
  opens: null,
}

const digits = (keys: string): MenuEvent[] => [...keys].map((digit) => ({ kind: 'digit', digit, at: NOW }))
const silence: MenuEvent = { kind: 'silence', at: NOW }
const played: MenuEvent = { kind: 'played', at: NOW }

interface Heard {
  menu: Menu
  actions: MenuAction[]
  /** What was said last. */
  text: string
}

function talk(facts: Partial<Facts>, events: readonly MenuEvent[]): Heard {
  let step: MenuStep = beginMenu({ ...FACTS, ...facts }, NOW, RULES)
  const actions: MenuAction[] = []
  let text = aloud(step)
  for (const event of events) {
    step = stepMenu(step.menu, event, RULES)
    actions.push(...step.actions)
    if (step.say.length > 0) text = aloud(step)
  }
  return { menu: step.menu, actions, text }
}

const aloud = ({ menu, say }: MenuStep): string =>
  say.map((name) => promptOf(name, menu.lang)?.text ?? `<${name}>`).join(' ')

describe('the first words', () => {
  test('given a caller in line, says the place and the offer', () => {
    expect(talk({}, []).text).toBe(
      'Sie haben in der Warteschlange den Platz drei Drücken Sie die Eins, und wir rufen Sie heute zwischen vierzehn und fünfzehn Uhr zurück. For English, press nine.',
    )
  })
  test('given an expected wait, says it', () => {
    expect(talk({ position: 1, waitMinutes: 2 }, []).text).toMatch(
      /^Sie sind als Nächstes an der Reihe. Die Wartezeit beträgt noch etwa zwei Minuten. Drücken/,
    )
  })
  test('given nine, says the same in English', () => {
    expect(talk({}, digits('9')).text).toBe(
      "Your place in the line is number three Press one, and we will call you back today between fourteen o'clock and fifteen o'clock Für Deutsch drücken Sie die Neun.",
    )
  })
  test('given a call outside service hours, says when and where, and the offer', () => {
    const opens = Date.parse('2026-11-24T08:00:00+01:00')
    expect(talk({ occasion: 'closed', position: null, opens }, []).text).toBe(
      'Guten Tag. Sie rufen außerhalb unserer Servicezeiten an. Sie erreichen uns wieder morgen ab acht Uhr Vieles erledigen Sie auch jetzt auf der Internetseite der Stadt. Drücken Sie die Eins, und wir rufen Sie heute zwischen vierzehn und fünfzehn Uhr zurück. For English, press nine.',
    )
  })
  test('given nothing to promise, a waiting caller hears the place and music', () => {
    const heard = talk({ window: null }, [played])
    expect(heard.text).toBe('Sie haben in der Warteschlange den Platz drei')
    expect(heard.actions).toEqual([{ kind: 'music' }])
  })
  test('given nothing to promise outside service hours, says so and good-bye', () => {
    const heard = talk({ window: null, occasion: 'closed', position: null }, [played])
    expect(heard.text).toMatch(/keinen Rückruf zusagen. Auf Wiederhören.$/)
    expect(heard.actions).toEqual([{ kind: 'hang-up' }])
  })
})

describe('the way to a promise', () => {
  const promised: MenuEvent = { kind: 'promised', caseNumber: CASE, window: WINDOW, at: NOW }

  test('given one, the number is read back and agents are kept away', () => {
    const heard = talk({}, digits('1'))
    expect(heard.actions).toEqual([{ kind: 'hold' }])
    expect(heard.text).toBe(
      'Wir rufen diese Nummer an: null eins sieben zwo fünf fünf sechs sechs vier vier fünf Ist das richtig, drücken Sie die Eins. Für eine andere Nummer drücken Sie die Zwei.',
    )
  })
  test('given the own number and no recording, it is promised, and confirmed only then', () => {
    expect(talk({}, digits('112')).actions).toEqual([
      { kind: 'hold' },
      { kind: 'promise', number: OWN, window: WINDOW },
    ])
    expect(talk({}, digits('112')).text).not.toMatch(/Vielen Dank/)
    const heard = talk({}, [...digits('112'), promised, played])
    expect(heard.text).toMatch(
      /^Vielen Dank. Wir rufen Sie heute zwischen vierzehn und fünfzehn Uhr zurück. Die Nummer/,
    )
    expect(heard.actions.at(-1)).toEqual({ kind: 'hang-up' })
  })
  test('given another number keyed in with hash, that one is read back and promised', () => {
    const heard = talk({}, digits('12023065566#'))
    expect(heard.text).toMatch(
      /^Wir rufen diese Nummer an: null zwo drei null sechs fünf fünf sechs sechs Ist/,
    )
    expect(talk({}, digits('12023065566#12')).actions.at(-1)).toEqual({
      kind: 'promise',
      number: '+4923065566',
      window: WINDOW,
    })
  })
  test('given a local number and silence instead of hash, it is completed with the area code', () => {
    expect(talk({}, [...digits('125566123'), silence]).menu).toMatchObject({
      at: 'number',
      number: '+4923065566123',
    })
  })
  test.each(['0900123456#', '004313456789#', '110#', '00881612345678#', '12#'])(
    'given %s, which we do not call, another one is asked for',
    (keyed) => {
      const heard = talk({}, digits(`12${keyed}`))
      expect(heard.menu).toMatchObject({ at: 'key-in', keyed: '' })
      expect(heard.text).toMatch(/^Diese Nummer können wir nicht anrufen. Bitte geben Sie/)
    },
  )
  test('given a star, keying in begins anew', () => {
    expect(talk({}, digits('12999*023065566#')).menu.number).toBe('+4923065566')
  })
  test('given no number shown, it is asked for', () => {
    const heard = talk({ caller: null }, digits('1'))
    expect(heard.menu.at).toBe('key-in')
    expect(heard.text).toMatch(/^Ihre Telefonnummer wird uns nicht angezeigt. Bitte/)
  })
  test('given consent by key, it is recorded after the tone, then promised', () => {
    const asked = talk({}, digits('11'))
    expect(asked.menu).toMatchObject({ at: 'reason', consentAt: null })
    const heard = talk({}, [...digits('111'), played, { kind: 'recorded', at: NOW }])
    expect(heard.actions.map(({ kind }) => kind)).toEqual(['hold', 'record', 'promise'])
    expect(heard.menu.consentAt).toBe(NOW)
  })
  test('given a window that filled up meanwhile, the next one is offered and promised by one', () => {
    const events: MenuEvent[] = [...digits('112'), { kind: 'full', next: NEXT, at: NOW }]
    expect(talk({}, events).text).toMatch(
      /gerade voll geworden. Drücken Sie die Eins, und wir rufen Sie heute zwischen fünfzehn/,
    )
    expect(talk({}, [...events, ...digits('1')]).actions.at(-1)).toMatchObject({
      kind: 'promise',
      window: NEXT,
    })
  })
  test('given a failure or no window left, the caller waits on with the place kept', () => {
    for (const event of [
      { kind: 'failed', at: NOW },
      { kind: 'full', next: null, at: NOW },
    ] as const) {
      const heard = talk({}, [...digits('112'), event, played])
      expect(heard.text).toMatch(/Sie behalten Ihren Platz in der Warteschlange.$/)
      expect(heard.actions.slice(-2)).toEqual([{ kind: 'release' }, { kind: 'music' }])
    }
  })
})

describe('who does not press', () => {
  test('given silence at the offer, a waiting caller hears music at once', () => {
    expect(talk({}, [played, silence])).toMatchObject({ menu: { at: 'over' }, actions: [{ kind: 'music' }] })
  })
  test('given silence later on, it is said twice again, then the place in line is kept', () => {
    const twice = talk({}, [...digits('1'), silence, silence])
    expect(twice.text).toMatch(/^Wir haben keine Taste gehört. Wir rufen diese Nummer an/)
    const heard = talk({}, [...digits('1'), silence, silence, silence, played])
    expect(heard.actions).toEqual([{ kind: 'hold' }, { kind: 'release' }, { kind: 'music' }])
  })
  test('given wrong keys outside service hours, says good-bye after the second repeat', () => {
    const heard = talk({ occasion: 'closed', position: null }, [...digits('578'), played])
    expect(heard.actions).toEqual([{ kind: 'hang-up' }])
    expect(heard.text).toBe('Diese Taste gibt es hier nicht. Auf Wiederhören.')
  })
})

const event: fc.Arbitrary<MenuEvent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...'1111222290123456789*#')
      .map((digit): MenuEvent => ({ kind: 'digit', digit, at: NOW })),
  },
  fc.constantFrom<MenuEvent>(
    silence,
    played,
    { kind: 'recorded', at: NOW },
    { kind: 'promised', caseNumber: CASE, window: WINDOW, at: NOW },
    { kind: 'full', next: NEXT, at: NOW },
    { kind: 'full', next: null, at: NOW },
    { kind: 'failed', at: NOW },
  ),
)
const facts: fc.Arbitrary<Facts> = fc.record({
  occasion: fc.constantFrom('waiting' as const, 'closing' as const, 'closed' as const),
  lang: fc.constantFrom('de' as const, 'en' as const),
  window: fc.constantFrom(WINDOW, null),
  caller: fc.constantFrom(OWN, null),
  position: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
  waitMinutes: fc.option(fc.integer({ min: 1, max: 90 })),
  unstaffed: fc.boolean(),
  opens: fc.option(fc.constant(NEXT.start)),
})

describe('any dialogue', () => {
  test('says only what there is a prompt for', () => {
    fc.assert(
      fc.property(facts, fc.array(event, { maxLength: 40 }), (given, events) => {
        let step = beginMenu({ ...FACTS, ...given }, NOW, RULES)
        for (const next of [null, ...events]) {
          if (next) step = stepMenu(step.menu, next, RULES)
          const { lang } = step.menu
          expect(step.say.filter((name) => name !== TONE && !promptOf(name, lang))).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })

  test('records only after consent, promises only a checked number, and lets go of no caller who was held', () => {
    fc.assert(
      fc.property(facts, fc.array(event, { maxLength: 60 }), (given, events) => {
        let step = beginMenu({ ...FACTS, ...given }, NOW, RULES)
        let promised = false
        let held = false
        for (const next of events) {
          const before = step.menu
          step = stepMenu(before, next, RULES)
          for (const action of step.actions) {
            if (action.kind === 'hold') held = true
            if (action.kind === 'release') held = false
            if (action.kind === 'record') expect(before.consentAt).not.toBeNull()
            if (action.kind === 'promise') expect(RULES.callable(action.number)).toBe(action.number)
            if (action.kind === 'music') expect(held).toBe(false)
            if (action.kind === 'hang-up') expect(promised || before.occasion === 'closed').toBe(true)
          }
          if (before.at === 'promising' && next.kind === 'promised') promised = true
          if (before.occasion === 'closed') expect(held).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('has a way out from everywhere: silence, and the end of what is said, lead to music or good-bye', () => {
    fc.assert(
      fc.property(facts, fc.array(event, { maxLength: 40 }), (given, events) => {
        const { menu } = talk(given, events)
        let step: MenuStep = { menu, say: [], actions: [] }
        for (let moment = 0; moment < 20 && step.menu.at !== 'over'; moment += 1) {
          const next: MenuEvent =
            step.menu.at === 'promising'
              ? { kind: 'failed', at: NOW }
              : step.menu.at === 'recording'
                ? { kind: 'recorded', at: NOW }
                : pauseAt(step.menu) === null
                  ? played
                  : silence
          step = stepMenu(step.menu, next, RULES)
        }
        expect(step.menu.at).toBe('over')
      }),
      { numRuns: 400 },
    )
  })
})
