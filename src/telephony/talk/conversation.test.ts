import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { membersOf, stepTalk } from './conversation.ts'
import type { Guest, Talk, TalkEvent } from './model.ts'

const CLERK: Guest = { legId: 'guest', accountId: 'clerk' }
const OUTSIDE: Guest = { legId: 'guest', accountId: null }

/** What every event in turn makes of a conversation; events that do not fit change nothing. */
function after(...events: TalkEvent[]) {
  let talk: Talk | null = null
  let effects: string[] = []
  for (const event of events) {
    const step = stepTalk(talk, event)
    if (!step) continue
    talk = step.talk
    effects = step.effects.map(({ kind }) => kind)
  }
  return { talk, effects }
}

const ask = (guest: Guest, passOn = false): TalkEvent => ({ kind: 'ask', guest, passOn })
const of = (kind: Exclude<TalkEvent['kind'], 'ask'>): TalkEvent => ({ kind })

describe('a conversation', () => {
  it.each([
    ['hold', [of('hold')], 'held', []],
    ['a guest who answers', [ask(CLERK), of('guest-answered')], 'consulting', []],
    ['a guest who declines', [ask(CLERK), of('guest-gone')], 'held', []],
    ['a guest who declines a caller', [ask(CLERK, true), of('guest-gone')], undefined, []],
    ['a guest who answers a caller', [ask(CLERK, true), of('guest-answered')], undefined, ['taken-over']],
    ['the same of an outside number', [ask(OUTSIDE, true), of('guest-answered')], 'passed', ['passed-on']],
    [
      'an agent who leaves a ringing guest',
      [ask(CLERK), of('agent-gone')],
      undefined,
      ['release-guest', 'requeue'],
    ],
    ['an agent who leaves while passing on', [ask(CLERK, true), of('agent-gone')], 'asking', []],
    [
      'and a guest who then declines',
      [ask(CLERK, true), of('agent-gone'), of('guest-gone')],
      undefined,
      ['requeue'],
    ],
    [
      'an agent who hangs up in a consultation',
      [ask(CLERK), of('guest-answered'), of('agent-gone')],
      undefined,
      ['release-guest', 'requeue'],
    ],
    [
      'an agent who leaves three',
      [ask(CLERK), of('guest-answered'), of('confer'), of('agent-gone')],
      undefined,
      ['taken-over'],
    ],
    [
      'a guest who leaves three',
      [ask(CLERK), of('guest-answered'), of('confer'), of('guest-gone')],
      undefined,
      [],
    ],
    [
      'a caller who leaves three',
      [ask(CLERK), of('guest-answered'), of('confer'), of('caller-gone')],
      undefined,
      ['release-guest', 'end'],
    ],
    ['an agent who hangs up on hold', [of('hold'), of('agent-gone')], undefined, ['end']],
    [
      'an outside number that hangs up on the caller',
      [ask(OUTSIDE, true), of('guest-answered'), of('guest-gone')],
      undefined,
      ['release-caller'],
    ],
  ] as const)('given %s, goes on as it should', (_name, events, stage, effects) => {
    const result = after(...events)
    expect(result.talk?.stage).toBe(stage)
    expect(result.effects).toEqual(effects)
  })

  it('given any events in any order, the caller is with somebody, minded, in the queue, or gone', () => {
    const kinds = [
      'hold',
      'take-back',
      'guest-answered',
      'guest-gone',
      'agent-gone',
      'caller-gone',
      'hand-over',
      'confer',
    ] as const
    const event = fc.oneof(
      fc.constantFrom(...kinds).map(of),
      fc
        .record({ guest: fc.constantFrom(CLERK, OUTSIDE), passOn: fc.boolean() })
        .map(({ guest, passOn }): TalkEvent => ask(guest, passOn)),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let talk: Talk | null = null
        for (const happening of events) {
          const step = stepTalk(talk, happening)
          if (!step) continue
          const ended = step.effects.some(({ kind }) =>
            ['end', 'requeue', 'taken-over', 'release-caller'].includes(kind),
          )
          talk = step.talk
          expectMinded(talk)
          // From here on it is another conversation, or none.
          if (ended) talk = null
        }
      }),
    )
  })
})

/** Nobody talks with a caller who hears music, and whoever hears music has an agent, or one whose telephone rings. */
function expectMinded(talk: Talk | null): void {
  const heard = talk !== null && talk.stage !== 'asking'
  const { inside, music } = membersOf(talk, { caller: 'caller', agent: 'agent' }, heard)
  expect(inside.includes('caller')).toBe(!music)
  if (!music) expect(inside.length).toBeGreaterThan(1)
  if (talk?.stage === 'held' || talk?.stage === 'consulting') expect(talk.agentThere).toBe(true)
  if (talk?.stage === 'asking') expect(talk.agentThere || talk.passOn).toBe(true)
  if (talk && talk.stage !== 'held') expect(talk.guest).not.toBeNull()
}
