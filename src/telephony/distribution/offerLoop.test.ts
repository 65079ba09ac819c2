import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { step } from './distribution.ts'
import { NO_ESCALATION, type DistributionEvent, type State } from './model.ts'

const RULES = {
  offerMs: 12_000,
  shortestOfferMs: 6_000,
  backOffMs: 10_000,
  prefersMs: 7_000,
  offerAgainMs: 45_000,
  paused: false,
}
const AGENT = 'agent'
const CALL = 'call'
const BEGIN: DistributionEvent[] = [
  { kind: 'came', agentId: AGENT, teams: ['desk'], at: 0 },
  {
    kind: 'arrived',
    at: 0,
    caller: {
      ...NO_ESCALATION,
      id: CALL,
      lineId: 'line',
      teams: ['desk'],
      needs: [],
      priority: 0,
      since: 0,
      onlyFor: null,
    },
  },
]
const NOBODY: State = { agents: new Map(), callers: new Map() }

/** @returns how often the agent was rung, and how often the ringing was stopped */
function count(events: readonly DistributionEvent[]): { offers: number; withdrawals: number; state: State } {
  let [state, offers, withdrawals] = [NOBODY, 0, 0]
  for (const event of [...BEGIN, ...events]) {
    const next = step(state, event, RULES)
    state = next.state
    offers += next.commands.filter(({ kind }) => kind === 'offer').length
    withdrawals += next.commands.filter(({ kind }) => kind === 'withdraw').length
  }
  return { offers, withdrawals, state }
}

const change = fc.constantFrom('ready', 'not-ready').map((kind) => ({ kind, agentId: AGENT, at: 0 }) as const)

describe('an agent who changes between ready and pause while it rings', () => {
  it('given any changes, is rung at most once for each time of becoming ready', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const becameReady = changes.filter(
          ({ kind }, index) => kind === 'ready' && changes[index - 1]?.kind !== 'ready',
        )
        const { offers, withdrawals, state } = count(changes)
        expect(offers).toBeLessThanOrEqual(becameReady.length)
        // What was begun and is not ringing now was stopped.
        const rings = state.callers.get(CALL)?.agentId === AGENT ? 1 : 0
        expect(offers - withdrawals).toBe(rings)
      }),
    )
  })

  it('given nothing but time afterwards, is not rung again', () => {
    const pause = { kind: 'not-ready', agentId: AGENT, at: 0 } as const
    const ready = { kind: 'ready', agentId: AGENT, at: 0 } as const
    const ticks = [1, 5_000, 20_000, 60_000].map((at) => ({ kind: 'tick', at }) as const)
    expect(count([ready, pause, ...ticks]).offers).toBe(1)
  })

  it('given a declined call, a pause does not end the back-off', () => {
    const declined = { kind: 'missed', callId: CALL, agentId: AGENT, how: 'declined', at: 0 } as const
    const again = [
      { kind: 'ready', agentId: AGENT, at: 0 },
      declined,
      { kind: 'not-ready', agentId: AGENT, at: 100 },
      { kind: 'ready', agentId: AGENT, at: 200 },
    ] as const
    expect(count(again).offers).toBe(1)
    expect(count([...again, { kind: 'tick', at: RULES.backOffMs }]).offers).toBe(2)
  })
})
