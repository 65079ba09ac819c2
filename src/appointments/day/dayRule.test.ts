import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AppointmentState, mayBecome, TRANSITIONS } from '../model.ts'
import { type Click, type DayState, decide, NO_SHOW_GRACE_MS, type Standing, VERBS } from './dayRule.ts'

const START = Date.parse('2026-11-24T07:00:00Z')
const standing = (values: Partial<Standing> = {}): Standing => ({
  state: 'booked',
  counter: null,
  arrived: false,
  start: START,
  date: '2026-11-24',
  ...values,
})
const click = (verb: Click['verb'], values: Partial<Click> = {}): Click => ({
  verb,
  seen: 'booked',
  counter: null,
  now: START,
  today: '2026-11-24',
  ...values,
})
const to = (state: DayState, counter: string | null = null) => ({ kind: 'change', to: state, counter })
const refused = (because: string) => ({ kind: 'refused', because })

describe('a click', () => {
  test.each([
    ['arrive', {}, {}, to('arrived')],
    ['call', {}, { counter: '3' }, to('called', '3')],
    ['call', { state: 'arrived', arrived: true }, { counter: '3' }, to('called', '3')],
    ['serve', { state: 'called', counter: '3' }, {}, to('served', '3')],
    ['serve', {}, {}, to('served')],
    ['wait', { state: 'called', counter: '3' }, {}, to('arrived')],
    ['wait', {}, {}, refused('not-possible')],
    ['arrive', { state: 'called', counter: '3' }, {}, refused('not-possible')],
    ['miss', {}, {}, refused('too-early')],
    ['miss', {}, { now: START + NO_SHOW_GRACE_MS - 1 }, refused('too-early')],
    ['miss', {}, { now: START + NO_SHOW_GRACE_MS }, to('no-show')],
    ['arrive', {}, { today: '2026-11-23' }, refused('another-day')],
    ['serve', {}, { today: '2026-11-25' }, to('served')],
    ['undo', {}, {}, refused('not-possible')],
    ['undo', { state: 'arrived', arrived: true }, {}, to('booked')],
    ['undo', { state: 'called', counter: '3' }, {}, to('booked')],
    ['undo', { state: 'called', counter: '3', arrived: true }, {}, to('arrived')],
    ['undo', { state: 'served', counter: '3' }, {}, to('called', '3')],
    ['undo', { state: 'served', arrived: true }, {}, to('arrived')],
    ['undo', { state: 'no-show' }, {}, to('booked')],
    ['serve', { state: 'cancelled' }, {}, refused('not-possible')],
  ] as const)('%s on %j with %j is %j', (verb, has, says, expected) => {
    const one = standing(has)
    expect(decide(one, click(verb, { seen: one.state, ...says }))).toEqual(expected)
  })

  test('given somebody who was faster with something else, is refused; with the same, it is done already', () => {
    const called = standing({ state: 'called', counter: '3' })
    expect(decide(called, click('call', { counter: '5' }))).toEqual(refused('meanwhile'))
    expect(decide(called, click('call', { counter: '3' }))).toEqual({ kind: 'same' })
    const arrived = standing({ state: 'arrived', arrived: true })
    expect(decide(arrived, click('miss', { now: START + NO_SHOW_GRACE_MS }))).toEqual(refused('meanwhile'))
    expect(decide(standing({ state: 'cancelled' }), click('arrive'))).toEqual(refused('meanwhile'))
  })
})

const states = Object.keys(TRANSITIONS) as AppointmentState[]
const anyStanding = fc.record({
  state: fc.constantFrom(...states),
  counter: fc.constantFrom(null, '1', '2'),
  arrived: fc.boolean(),
  start: fc.constant(START),
  date: fc.constantFrom('2026-11-23', '2026-11-24'),
})
const anyClick = fc.record({
  verb: fc.constantFrom(...VERBS),
  seen: fc.constantFrom(...states),
  counter: fc.constantFrom('1', '2'),
  now: fc.integer({ min: START - 3_600_000, max: START + 3_600_000 }),
  today: fc.constant('2026-11-23'),
})

/** Who clicks has the present state on the screen. */
const seenAsItIs = fc.tuple(anyStanding, anyClick).map(([one, said]): [Standing, Click] => [
  { ...one, date: said.today },
  { ...said, seen: one.state },
])

const after = (one: Standing, decision: ReturnType<typeof decide>): Standing =>
  decision.kind === 'change'
    ? {
        ...one,
        state: decision.to,
        counter: decision.counter,
        arrived: decision.to === 'arrived' || (one.arrived && one.state !== 'arrived'),
      }
    : one

describe('any click on any appointment', () => {
  test('goes only where the model goes, and only on what was seen', () => {
    fc.assert(
      fc.property(anyStanding, anyClick, (one, said) => {
        const decision = decide(one, said)
        if (decision.kind !== 'change') return
        expect(one.state).toBe(said.seen)
        expect(mayBecome(one.state, decision.to)).toBe(true)
        if (said.verb === 'call') expect(decision.counter).toBe(said.counter)
      }),
    )
  })

  test('given twice, changes once', () => {
    fc.assert(
      fc.property(seenAsItIs, ([one, said]) => {
        const first = decide(one, said)
        if (first.kind === 'change') expect(decide(after(one, first), said)).toEqual({ kind: 'same' })
      }),
    )
  })

  test('given it changed something, it can be taken back', () => {
    fc.assert(
      fc.property(seenAsItIs, ([one, said]) => {
        const first = decide(one, said)
        if (first.kind !== 'change' || said.verb === 'undo') return
        const now = after(one, first)
        expect(decide(now, { ...said, verb: 'undo', seen: now.state }).kind).toBe('change')
      }),
    )
  })
})
