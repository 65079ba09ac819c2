import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FRONT, decide, nextWake, step } from './distribution.ts'
import {
  NO_ESCALATION,
  type Agent,
  type Caller,
  type Command,
  type DistributionEvent,
  type NewCaller,
  type State,
} from './model.ts'
import { Floor } from './state.ts'

const RULES = {
  offerMs: 12_000,
  shortestOfferMs: 6_000,
  backOffMs: 10_000,
  prefersMs: 10_000,
  offerAgainMs: 45_000,
  paused: false,
}
const TEAM = ['desk']

const come = (agentId: string, at = 0, teams = TEAM): DistributionEvent => ({
  kind: 'came',
  agentId,
  teams,
  at,
})
const ready = (agentId: string, at = 0): DistributionEvent => ({ kind: 'ready', agentId, at })
const arrive = (id: string, at: number, more: Partial<NewCaller> = {}): DistributionEvent => ({
  kind: 'arrived',
  at,
  caller: {
    id,
    lineId: 'a',
    teams: TEAM,
    needs: [],
    priority: 0,
    onlyFor: null,
    ...NO_ESCALATION,
    since: at,
    ...more,
  },
})
const tickAt = (at: number): DistributionEvent => ({ kind: 'tick', at })
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
  let state: State = new Floor()
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
    const other = arrive('d', 3, { teams: ['other'] })
    const { commands } = run(come('x', 0, ['other']), arrive('c', 1), ready('x', 2), other)
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
    expect(offersOf(step(state, { kind: 'resumed', at: 2 }, RULES).commands)).toEqual(['c>x'])
  })

  it('given an accept of an offer that was withdrawn, changes nothing', () => {
    const { state } = run(come('x'), ready('x'), arrive('c', 1), leave('c', 2))
    expect(decide(floorOf(state), accept('c', 'x', 3), RULES)).toEqual(NOTHING)
  })

  it('given a caller who needs a skill, waits for an agent who has it', () => {
    const turkish = { needs: ['tr'] }
    const { commands } = run(
      come('x'),
      ready('x'),
      arrive('c', 1, turkish),
      arrive('d', 2),
      { kind: 'came', agentId: 'y', teams: TEAM, skills: ['en', 'tr'], at: 3 },
      ready('y', 4),
    )
    expect(offersOf(commands)).toEqual(['d>x', 'c>y'])
  })

  it('given nobody of the team, asks the teams that help as soon as it takes too long', () => {
    const slow = arrive('c', 1, { wider: ['other'], widenAt: 5_001 })
    const { state, commands } = run(come('x', 0, ['other']), ready('x'), slow)
    expect(commands).toEqual([])
    expect(nextWake(state, 1)).toBe(5_001)
    expect(offersOf(step(state, tickAt(5_001), RULES).commands)).toEqual(['c>x'])
  })

  it('given nobody at all, goes outside, and back to the old place when nobody answers there', () => {
    const { state, commands } = run(arrive('c', 1, { overflowAt: 8_001, offerAt: 12_001 }), tickAt(8_001))
    expect(commands).toEqual([{ kind: 'overflow', callId: 'c' }])
    const back = step(state, { kind: 'overflow-failed', callId: 'c', at: 11_000 }, RULES)
    expect(back.commands).toEqual([{ kind: 'offer-callback', callId: 'c' }])
    expect(back.state.callers.get('c')).toMatchObject({ where: 'queue', since: 1, overflowAt: 0 })
    const talking = step(state, { kind: 'overflow-answered', callId: 'c', at: 9_000 }, RULES).state
    expect(offersOf(run2(talking, come('x'), ready('x', 9_500)))).toEqual([])
    expect(step(talking, leave('c', 20_000), RULES).state.callers.size).toBe(0)
  })

  it('given an agent who rings when the number outside is due, lets it ring six seconds, without blame', () => {
    const late = run(come('x'), arrive('c', 0, { overflowAt: 8_000 }), ready('x', 5_000))
    expect(nextWake(late.state, 5_000)).toBe(11_000)
    const { state, commands } = step(late.state, tickAt(11_000), RULES)
    expect(commands).toEqual([
      { kind: 'withdraw', callId: 'c', agentId: 'x', how: 'withdrawn' },
      { kind: 'overflow', callId: 'c' },
    ])
    expect(state.agents.get('x')).toMatchObject({ phase: 'available', ready: true })
  })

  it('given a caller who keys in a callback, offers nobody until the caller is back in the old place', () => {
    const { state, commands } = run(come('x'), ready('x'), arrive('c', 1), {
      kind: 'menu',
      callId: 'c',
      at: 2,
    })
    expect(commands.at(-1)).toEqual({ kind: 'withdraw', callId: 'c', agentId: 'x', how: 'withdrawn' })
    const later = run2(state, arrive('d', 3), accept('d', 'x', 4), {
      kind: 'waits-again',
      callId: 'c',
      at: 5,
    })
    expect(offersOf(later)).toEqual(['d>x'])
    expect(offersOf(run2(state, { kind: 'waits-again', callId: 'c', at: 5 }))).toEqual(['c>x'])
  })

  it('repeats the offer of a callback while somebody waits', () => {
    const { state, commands } = run(arrive('c', 0, { offerAt: 12_000 }), tickAt(12_000))
    expect(commands).toEqual([{ kind: 'offer-callback', callId: 'c' }])
    expect(nextWake(state, 12_000)).toBe(57_000)
    expect(step(state, tickAt(57_000), RULES).commands).toEqual([{ kind: 'offer-callback', callId: 'c' }])
  })

  describe('given a conversation whose agent died', () => {
    const lost = run(
      come('x'),
      come('y'),
      ready('x'),
      arrive('c', 1),
      accept('c', 'x', 2),
      arrive('old', 0),
      { kind: 'agent-lost', callId: 'c', agentId: 'x', at: 3_000 },
    )

    it('parks the caller in front of all', () => {
      expect(lost.commands.at(-1)).toEqual({ kind: 'park', callId: 'c', why: 'agent-lost' })
      expect(lost.state.callers.get('c')).toMatchObject({ priority: FRONT, prefers: 'x' })
      expect(lost.state.agents.get('x')).toMatchObject({ phase: 'not-ready', ready: false })
    })

    it('offers it to the same agent again, who comes back in time', () => {
      expect(offersOf(run2(lost.state, ready('x', 5_000)))).toEqual(['c>x'])
    })

    it('keeps it for ten seconds from the others, then offers it to them first of all', () => {
      const { state, commands } = step(lost.state, ready('y', 4_000), RULES)
      expect(offersOf(commands)).toEqual(['old>y'])
      expect(nextWake(lost.state, 4_000)).toBe(13_000)
      const free = run2(state, leave('old', 5_000), tickAt(13_000))
      expect(offersOf(free)).toEqual(['c>y'])
    })
  })

  it('given a caller who is handed on, frees the agent and keeps the place', () => {
    const other = { lineId: 'b', teams: ['other'], needs: [], ...NO_ESCALATION }
    const { state, commands } = run(come('x'), ready('x'), arrive('c', 1), accept('c', 'x', 2), {
      kind: 'handed-on',
      callId: 'c',
      to: other,
      at: 9,
    })
    expect(commands.at(-1)).toEqual({ kind: 'park', callId: 'c', why: 'handed-on' })
    expect(state.agents.get('x')).toMatchObject({ phase: 'available', since: 9 })
    expect(state.callers.get('c')).toMatchObject({ lineId: 'b', since: 1, connected: false })
  })

  it('given a consultation that takes over, has one agent with the caller and the other one free', () => {
    const { state } = run(
      come('x'),
      come('y'),
      ready('x'),
      arrive('c', 1),
      accept('c', 'x', 2),
      { kind: 'assist', agentId: 'y', callId: 'c', at: 3 },
      { kind: 'taken-over', callId: 'c', agentId: 'y', at: 4 },
    )
    expect(state.callers.get('c')?.agentId).toBe('y')
    expect(state.agents.get('y')?.phase).toBe('in-call')
    expect(state.agents.get('x')?.phase).toBe('available')
  })

  it('given a caller whom the lead moves to the front, serves that one next', () => {
    const { commands } = run(
      come('x'),
      arrive('c', 1),
      arrive('d', 2),
      { kind: 'moved', callId: 'd', to: { priority: 10 }, at: 3 },
      ready('x', 4),
    )
    expect(offersOf(commands)).toEqual(['d>x'])
  })
})

const NOTHING = { agents: [], callers: [], goneAgents: [], goneCallers: [], commands: [] }
const floorOf = (state: State): Floor => Floor.of(state.agents.values(), state.callers.values())

function run2(from: State, ...events: DistributionEvent[]): Command[] {
  const commands: Command[] = []
  const floor = floorOf(from)
  for (const event of events) {
    const change = decide(floor, event, RULES)
    floor.apply(change)
    commands.push(...change.commands)
  }
  return commands
}

const agentId = fc.constantFrom('x', 'y', 'z')
const callId = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5')
const teams = fc.subarray(['desk', 'other'])
const skills = fc.subarray(['en', 'tr'])
const after = (at: number, delay: number | null): number => (delay === null ? 0 : at + delay)
const delay = fc.option(fc.nat(20_000))
const destination = fc.record({
  lineId: fc.constantFrom('a', 'b'),
  teams: fc.constantFrom(['desk'], ['other']),
  needs: fc.constantFrom([], [], ['tr']),
  wider: fc.constantFrom([], ['other']),
  delays: fc.tuple(delay, delay, delay),
})
const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('came' as const), agentId, teams, skills }),
  fc.record({
    kind: fc.constantFrom(
      'ready',
      'ready',
      'not-ready',
      'gone',
      'dial-started',
      'dial-ended',
      'assist-ended',
    ),
    agentId,
  }),
  fc.record({
    kind: fc.constant('arrived' as const),
    id: callId,
    to: destination,
    priority: fc.constantFrom(0, 0, 1),
    since: fc.nat(1000),
    onlyFor: fc.constantFrom(null, null, null, 'x'),
  }),
  fc.record({ kind: fc.constant('left' as const), callId, recordComplete: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('menu', 'waits-again', 'overflow-answered', 'overflow-failed'), callId }),
  fc.record({
    kind: fc.constantFrom('accepted', 'accepted', 'wrapped-up', 'agent-lost', 'assist', 'taken-over'),
    agentId,
    callId,
  }),
  fc.record({ kind: fc.constant('handed-on' as const), callId, to: destination }),
  fc.record({ kind: fc.constant('moved' as const), callId, to: fc.record({ priority: fc.nat(3), teams }) }),
  fc.record({
    kind: fc.constant('missed' as const),
    agentId,
    callId,
    how: fc.constantFrom('declined', 'timeout', 'failed'),
  }),
  fc.constant({ kind: 'tick' as const }),
  fc.constant({ kind: 'resumed' as const }),
)
type AnyEvent = typeof anyEvent extends fc.Arbitrary<infer E> ? E : never

function stamped(event: AnyEvent, at: number): DistributionEvent {
  const to = (given: { delays: readonly [number | null, number | null, number | null] }) => {
    const { delays, ...rest } = given
    const [widenAt, overflowAt, offerAt] = delays.map((by) => after(at, by))
    return { ...rest, widenAt, overflowAt, offerAt }
  }
  if (event.kind === 'arrived') {
    const { id, priority, since, onlyFor } = event
    return {
      kind: 'arrived',
      at,
      caller: { id, priority, since, onlyFor, ...to(event.to) },
    } as DistributionEvent
  }
  if (event.kind === 'handed-on') return { ...event, to: to(event.to), at } as DistributionEvent
  return { ...event, at } as DistributionEvent
}

/** Any events in any order, at instants that only grow, and a tick whenever one was due. */
const anyHistory = fc.array(fc.tuple(anyEvent, fc.nat(8_000)), { maxLength: 80 })

/** Plays a history; `see` looks at each moment. */
function play(
  history: readonly (readonly [AnyEvent, number])[],
  see: (moment: { floor: Floor; at: number; commands: readonly Command[] }) => void = () => undefined,
): { floor: Floor; at: number } {
  const floor = new Floor()
  let at = 0
  const tell = (event: DistributionEvent): void => {
    const { commands } = applied(floor, event)
    see({ floor, at: event.at, commands })
  }
  for (const [event, later] of history) {
    const until = at + later
    for (let wake = nextWake(floor, at); wake !== null && wake <= until; wake = nextWake(floor, at)) {
      at = Math.max(at, wake)
      tell(tickAt(at))
      const next = nextWake(floor, at)
      expect(next === null || next > at, 'a tick leaves nothing due').toBe(true)
    }
    at = until
    tell(stamped(event, at))
  }
  return { floor, at }
}

function applied(floor: Floor, event: DistributionEvent) {
  const change = decide(floor, event, RULES)
  floor.apply(change)
  return change
}

const waits = (caller: Caller): boolean => caller.agentId === null && caller.where === 'queue'

function fits(agent: Agent, caller: Caller, at: number): boolean {
  if (agent.backOffUntil > at) return false
  if (caller.prefers !== null && at < caller.prefersUntil) return caller.prefers === agent.id
  return (
    agent.teams.some((team) => caller.teams.includes(team)) &&
    caller.needs.every((skill) => agent.skills.includes(skill))
  )
}

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
    expect(caller.where).toBe('queue')
  }
  for (const agent of state.agents.values()) {
    if (agent.phase === 'offered' || agent.phase === 'in-call')
      expect(state.callers.get(agent.callId ?? '')?.agentId).toBe(agent.id)
    if (agent.phase !== 'available') continue
    for (const caller of state.callers.values())
      expect(waits(caller) && fits(agent, caller, at), 'an idle agent while a caller waits').toBe(false)
  }
}

describe('any history', () => {
  it('keeps callers and agents in pairs and leaves nobody idle while somebody waits', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ floor, at }) => holdsAlways(floor, at))
      }),
      { numRuns: 1500 },
    )
  })

  it('offers to the longest idle, and to nobody while a caller of higher rank waits for the same agent', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ floor, at, commands }) => {
          for (const command of commands) {
            const served = floor.callers.get('callId' in command ? command.callId : '')
            if (command.kind !== 'offer' || !served || served.onlyFor !== null) continue
            const agent = floor.agents.get(command.agentId)
            if (!agent || served.agentId !== agent.id) continue
            const overtaken = [...floor.callers.values()].filter(
              (c) =>
                waits(c) &&
                fits(agent, c, at) &&
                (c.priority > served.priority || (c.priority === served.priority && c.since < served.since)),
            )
            expect(overtaken).toEqual([])
            const passedOver = [...floor.agents.values()].filter(
              (a) => a.phase === 'available' && a.since < agent.since && fits(a, served, at),
            )
            expect(passedOver).toEqual([])
          }
        })
      }),
      { numRuns: 1500 },
    )
  })

  it('knows why each of those waits who wait', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ floor }) => {
          for (const caller of floor.callers.values()) {
            if (!waits(caller)) continue
            const isStaffed = [...floor.agents.values()].some(
              (a) => a.phase !== 'not-ready' && a.teams.some((team) => caller.teams.includes(team)),
            )
            expect(caller.obstacle).toBe(isStaffed ? 'all-busy' : 'none-signed-in')
          }
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('never changes what it reads, and keeps its order of idle agents and waiting callers true', () => {
    fc.assert(
      fc.property(anyHistory, anyEvent, (history, event) => {
        const { floor, at } = play(history)
        const before = structuredClone([[...floor.agents], [...floor.callers], floor.idle, floor.waiting])
        decide(floor, stamped(event, at + 1), RULES)
        expect([[...floor.agents], [...floor.callers], floor.idle, floor.waiting]).toEqual(before)
        const afresh = floor.copy()
        expect([floor.idle, floor.waiting]).toEqual([afresh.idle, afresh.waiting])
        for (const team of ['desk', 'other']) expect(floor.staffOf(team)).toBe(afresh.staffOf(team))
      }),
      { numRuns: 500 },
    )
  })

  it('leads out of every state: all calls end, all agents become free', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { floor, at } = play(history)
        for (const id of floor.callers.keys()) applied(floor, leave(id, at))
        for (const { id, callId: inHand } of floor.agents.values()) {
          if (inHand) applied(floor, { kind: 'wrapped-up', agentId: id, callId: inHand, at })
          applied(floor, { kind: 'dial-ended', agentId: id, at })
          applied(floor, { kind: 'assist-ended', agentId: id, at })
          applied(floor, ready(id, at))
        }
        expect(floor.callers.size).toBe(0)
        expect([...floor.agents.values()].every((agent) => agent.phase === 'available')).toBe(true)
        for (const id of floor.agents.keys()) applied(floor, { kind: 'gone', agentId: id, at })
        expect(floor.agents.size).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
})
