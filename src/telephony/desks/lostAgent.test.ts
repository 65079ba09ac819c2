import { describe, expect, it } from 'vitest'
import { step } from '../distribution/distribution.ts'
import { NO_ESCALATION, type Command, type DistributionEvent, type State } from '../distribution/model.ts'

const RULES = {
  offerMs: 12_000,
  shortestOfferMs: 6_000,
  backOffMs: 10_000,
  prefersMs: 7_000,
  offerAgainMs: 45_000,
  paused: false,
}
const LOST_AT = 180_000
const BACK_UNTIL = LOST_AT + RULES.prefersMs

const come = (agentId: string): DistributionEvent => ({ kind: 'came', agentId, teams: ['desk'], at: 0 })
const ready = (agentId: string, at: number): DistributionEvent => ({ kind: 'ready', agentId, at })
const tick = (at: number): DistributionEvent => ({ kind: 'tick', at })

/** A call of a line with a number outside, answered after a second, whose agent's browser dies minutes later. */
const LOST: DistributionEvent[] = [
  come('first'),
  come('second'),
  ready('first', 0),
  {
    kind: 'arrived',
    at: 0,
    caller: {
      ...NO_ESCALATION,
      overflowAt: 8_000,
      offerAt: 12_000,
      id: 'call',
      lineId: 'line',
      teams: ['desk'],
      needs: [],
      priority: 0,
      since: 0,
      onlyFor: null,
    },
  },
  { kind: 'accepted', callId: 'call', agentId: 'first', at: 1_000 },
  { kind: 'agent-lost', callId: 'call', agentId: 'first', at: LOST_AT },
]

/** Commands of the last event. */
function last(...events: DistributionEvent[]): readonly Command[] {
  let state: State = { agents: new Map(), callers: new Map() }
  let commands: readonly Command[] = []
  for (const event of [...LOST, ...events]) ({ state, commands } = step(state, event, RULES))
  return commands
}

describe('a caller whose agent was lost', () => {
  it('given a line with a number outside, is kept for the same agent first', () => {
    expect(last()).toEqual([{ kind: 'park', callId: 'call', why: 'agent-lost' }])
    expect(last(tick(BACK_UNTIL - 1))).toEqual([])
  })

  it('given the same agent in time, is offered to this one and not to who is free', () => {
    const offer = { kind: 'offer', callId: 'call', agentId: 'first' }
    expect(last(ready('second', LOST_AT + 1))).toEqual([])
    expect(last(ready('second', LOST_AT + 1), ready('first', LOST_AT + 2))).toEqual([offer])
  })

  it('given nobody in time, goes to who is free, else outside', () => {
    const offer = { kind: 'offer', callId: 'call', agentId: 'second' }
    expect(last(ready('second', LOST_AT + 1), tick(BACK_UNTIL))).toEqual([offer])
    expect(last(tick(BACK_UNTIL))).toEqual([{ kind: 'overflow', callId: 'call' }])
  })
})
