import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextWake, step } from './distribution.ts'
import { NOBODY, type Command, type DistributionEvent, type State } from './distribution.model.ts'

const RULES = { offerMs: 12_000, backOffMs: 10_000, paused: false }
const TEAM = ['desk']

const come = (agentId: string, at = 0, teams = TEAM): DistributionEvent => ({
  kind: 'came',
  agentId,
  teams,
  at,
})
const ready = (agentId: string, at = 0): DistributionEvent => ({ kind: 'ready', agentId, at })
const arrive = (
  id: string,
  at: number,
  more: { priority?: number; lineId?: string; onlyFor?: string } = {},
) =>
  ({
    kind: 'arrived',
    at,
    caller: { id, lineId: 'a', teamId: 'desk', priority: 0, onlyFor: null, ...more, since: at },
  }) satisfies DistributionEvent
const accept = (callId: string, agentId: string, at = 0): DistributionEvent => ({
  kind: 'accepted',
  callId,
  agentId,
  at,
})
const leave = (callId: string, at = 0, recordComplete = false): DistributionEvent => ({
  kind: 'left',
  callId,
  recordComplete,
  at,
})

function run(...events: DistributionEvent[]): { state: State; commands: Command[] } {
  const commands: Command[] = []
  let state = NOBODY
  for (const event of events) {
    const next = step(state, event, RULES)
    state = next.state
    commands.push(...next.commands)
  }
  return { state, commands }
}

const offersOf = (commands: readonly Command[]): string[] =>
  commands.flatMap((c) => (c.kind === 'offer' ? [`${c.callId}>${c.agentId}`] : []))

describe('step', () => {
  it('given two ready agents, offers to the one who is idle longer', () => {
    const { commands } = run(come('x'), come('y'), ready('y', 1), ready('x', 2), arrive('c', 3))
    expect(offersOf(commands)).toEqual(['c>y'])
  })

  it('given callers of two lines, serves the older one first', () => {
    const { commands } = run(
      come('x'),
      arrive('new', 5, { lineId: 'b' }),
      arrive('old', 3, { lineId: 'a' }),
      ready('x', 9),
    )
    expect(offersOf(commands)).toEqual(['old>x'])
  })

  it('given a higher priority, serves it before an older caller', () => {
    const { commands } = run(come('x'), arrive('old', 1), arrive('urgent', 2, { priority: 1 }), ready('x', 3))
    expect(offersOf(commands)).toEqual(['urgent>x'])
  })

  it('given nobody of the first caller’s team, goes on to the next caller', () => {
    const { commands } = run(come('x', 0, ['other']), arrive('c', 1), ready('x', 2), {
      ...arrive('d', 3),
      caller: { ...arrive('d', 3).caller, teamId: 'other' },
    })
    expect(offersOf(commands)).toEqual(['d>x'])
  })

  it('given a declined offer, rings the next agent and comes back to the first only after the back-off', () => {
    const missed: DistributionEvent = { kind: 'missed', callId: 'c', agentId: 'x', how: 'declined', at: 10 }
    const first = run(come('x'), ready('x'), arrive('c', 1), missed)
    expect(offersOf(first.commands)).toEqual(['c>x'])
    expect(first.state.agents.get('x')?.phase).toBe('available')
    expect(nextWake(first.state, 10)).toBe(10_010)
    expect(offersOf(step(first.state, { kind: 'tick', at: 10_009 }, RULES).commands)).toEqual([])
    expect(offersOf(step(first.state, { kind: 'tick', at: 10_010 }, RULES).commands)).toEqual(['c>x'])
  })

  it('given an offer that nobody takes for twelve seconds, makes the agent not ready and rings the next', () => {
    const { state, commands } = run(come('x'), come('y'), ready('x'), ready('y', 1), arrive('c', 2), {
      kind: 'tick',
      at: 12_002,
    })
    expect(offersOf(commands)).toEqual(['c>x', 'c>y'])
    expect(commands).toContainEqual({ kind: 'withdraw', callId: 'c', agentId: 'x', how: 'timeout' })
    expect(state.agents.get('x')?.phase).toBe('not-ready')
    expect(state.callers.get('c')?.missed).toBe(1)
  })

  it('given a caller who hangs up while it rings, stops the ringing and keeps the agent’s place', () => {
    const { state, commands } = run(come('x'), ready('x', 5), arrive('c', 6), leave('c', 7))
    expect(commands.at(-1)).toEqual({ kind: 'withdraw', callId: 'c', agentId: 'x', how: 'withdrawn' })
    expect(state.agents.get('x')).toMatchObject({ phase: 'available', since: 5 })
  })

  it('given an ended call, keeps the agent in wrap-up until the record is complete', () => {
    const talking = [come('x'), ready('x'), arrive('c', 1), accept('c', 'x', 2)]
    expect(run(...talking, leave('c', 3)).state.agents.get('x')?.phase).toBe('wrap-up')
    expect(run(...talking, leave('c', 3, true)).state.agents.get('x')?.phase).toBe('available')
    const wrapped: DistributionEvent = { kind: 'wrapped-up', agentId: 'x', callId: 'c', at: 4 }
    expect(run(...talking, leave('c', 3), wrapped).state.agents.get('x')?.phase).toBe('available')
  })

  it('given a pause during the call, does not make the agent available afterwards', () => {
    const { state } = run(
      come('x'),
      ready('x'),
      arrive('c', 1),
      accept('c', 'x', 2),
      { kind: 'not-ready', agentId: 'x', at: 3 },
      leave('c', 4, true),
    )
    expect(state.agents.get('x')?.phase).toBe('not-ready')
  })

  it('given a call of one’s own from the pause, leads back to the pause', () => {
    const { state } = run(
      come('x'),
      { kind: 'dial-started', agentId: 'x', at: 1 },
      { kind: 'dial-ended', agentId: 'x', at: 2 },
    )
    expect(state.agents.get('x')?.phase).toBe('not-ready')
  })

  it('given a training call, rings only its agent, also from the pause, and drops it when declined', () => {
    const start = [come('x'), come('y'), ready('y', 1), arrive('t', 2, { onlyFor: 'x' })]
    expect(offersOf(run(...start).commands)).toEqual(['t>x'])
    const { state, commands } = run(...start, {
      kind: 'missed',
      callId: 't',
      agentId: 'x',
      how: 'declined',
      at: 3,
    })
    expect(commands.at(-1)).toEqual({ kind: 'drop', callId: 't' })
    expect(state.agents.get('x')?.phase).toBe('not-ready')
    expect(state.callers.size).toBe(0)
  })

  it('given a telephone system that is away, keeps callers waiting and offers them when it is back', () => {
    const away = { ...RULES, paused: true }
    let { state } = run(come('x'), ready('x'))
    const arrived = step(state, arrive('c', 1), away)
    expect(arrived.commands).toEqual([])
    state = arrived.state
    expect(offersOf(step(state, { kind: 'tick', at: 2 }, RULES).commands)).toEqual(['c>x'])
  })

  it('given an accept of an offer that was withdrawn, returns the very same state', () => {
    const { state } = run(come('x'), ready('x'), arrive('c', 1), leave('c', 2))
    const after = step(state, accept('c', 'x', 3), RULES)
    expect(after.state).toBe(state)
    expect(after.commands).toEqual([])
  })
})

const agentId = fc.constantFrom('x', 'y', 'z')
const callId = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5')
const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('came' as const), agentId, teams: fc.subarray(['desk', 'other']) }),
  fc.record({
    kind: fc.constantFrom('ready', 'ready', 'not-ready', 'gone', 'dial-started', 'dial-ended'),
    agentId,
  }),
  fc.record({
    kind: fc.constant('arrived' as const),
    caller: fc.record({
      id: callId,
      lineId: fc.constantFrom('a', 'b'),
      teamId: fc.constantFrom('desk', 'other'),
      priority: fc.constantFrom(0, 0, 1),
      since: fc.nat(1000),
      onlyFor: fc.constantFrom(null, null, null, 'x'),
    }),
  }),
  fc.record({ kind: fc.constant('left' as const), callId, recordComplete: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('accepted', 'wrapped-up'), agentId, callId }),
  fc.record({
    kind: fc.constant('missed' as const),
    agentId,
    callId,
    how: fc.constantFrom('declined', 'timeout', 'failed'),
  }),
  fc.constant({ kind: 'tick' as const }),
)
/** Any events in any order, at instants that only grow. */
const anyHistory = fc.array(fc.tuple(anyEvent, fc.nat(8_000)), { maxLength: 80 }).map((pairs) => {
  let at = 0
  return pairs.map(([event, later]) => ({ ...event, at: (at += later) }) as DistributionEvent)
})

function holdsAlways(state: State, at: number): void {
  const pairs = new Map<string, string>()
  for (const caller of state.callers.values()) {
    if (caller.agentId === null) continue
    expect(pairs.has(caller.agentId)).toBe(false)
    pairs.set(caller.agentId, caller.id)
    const agent = state.agents.get(caller.agentId)
    expect(agent?.callId).toBe(caller.id)
    expect(agent?.phase).toBe(caller.connected ? 'in-call' : 'offered')
    expect(caller.offerUntil > 0).toBe(!caller.connected)
  }
  for (const agent of state.agents.values()) {
    if (agent.phase === 'offered' || agent.phase === 'in-call')
      expect(state.callers.get(agent.callId ?? '')?.agentId).toBe(agent.id)
    if (agent.phase !== 'available' || agent.backOffUntil > at) continue
    for (const caller of state.callers.values()) {
      const isMine = caller.agentId === null && agent.teams.includes(caller.teamId)
      expect(isMine, 'an idle agent while a caller waits').toBe(false)
    }
  }
}

describe('any history', () => {
  it('keeps callers and agents in pairs and leaves nobody idle while somebody waits', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        let state = NOBODY
        for (const event of events) {
          state = step(state, event, RULES).state
          holdsAlways(state, event.at)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('offers to nobody while a caller of higher rank waits for the same team', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        let state = NOBODY
        for (const event of events) {
          const next = step(state, event, RULES)
          for (const command of next.commands) {
            const served = next.state.callers.get('callId' in command ? command.callId : '')
            if (command.kind !== 'offer' || !served || served.onlyFor !== null) continue
            const overtaken = [...next.state.callers.values()].filter(
              (c) =>
                c.agentId === null &&
                c.teamId === served.teamId &&
                (c.priority > served.priority || (c.priority === served.priority && c.since < served.since)),
            )
            expect(overtaken).toEqual([])
          }
          state = next.state
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('never changes its input and, given an event of an offer that is gone, nothing at all', () => {
    fc.assert(
      fc.property(anyHistory, agentId, callId, (events, agent, call) => {
        const { state } = run(...events)
        const before = structuredClone(state)
        const at = (events.at(-1)?.at ?? 0) + 1
        const caller = state.callers.get(call)
        const after = step(state, accept(call, agent, events.at(-1)?.at ?? 0), RULES)
        if (caller?.agentId !== agent || caller.connected) expect(after.state).toBe(state)
        step(state, { kind: 'tick', at: at + 60_000 }, RULES)
        expect(state).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  it('leads out of every state: all calls end, all agents become free', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        let { state } = run(...events)
        const at = (events.at(-1)?.at ?? 0) + 1
        const next = (event: DistributionEvent): void => void (state = step(state, event, RULES).state)
        for (const id of state.callers.keys()) next(leave(id, at))
        for (const agent of state.agents.values()) {
          if (agent.callId) next({ kind: 'wrapped-up', agentId: agent.id, callId: agent.callId, at })
          next({ kind: 'dial-ended', agentId: agent.id, at })
          next(ready(agent.id, at))
        }
        expect(state.callers.size).toBe(0)
        expect([...state.agents.values()].every((agent) => agent.phase === 'available')).toBe(true)
        for (const id of state.agents.keys()) next({ kind: 'gone', agentId: id, at })
        expect(state.agents.size).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
})
