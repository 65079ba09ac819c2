// events per second and core of the rule that gives callers to agents: 50 agents, 200 callers
import { built, long } from './kit/built.ts'
import { whole } from './kit/numbers.ts'
import { report } from './kit/report.ts'
import type { DistributionEvent, State, Step } from '../src/telephony/distribution.model.ts'

const AGENTS = 50
const CALLERS = 200
const TEAMS = ['office', 'reports'] as const
const RULES = { offerMs: 12_000, backOffMs: 10_000, paused: false }
const SECONDS = long ? 15 : 3

type Reducer = (state: State, event: DistributionEvent) => Step

const { step } = await built<typeof import('../src/telephony/distribution.ts')>('telephony/distribution.js')
const distribute: Reducer = (state, event) => step(state, event, RULES)
/** What no reducer over these states can avoid: both maps are new after every event. */
const copy: Reducer = (state) => ({
  state: { agents: new Map(state.agents), callers: new Map(state.callers) },
  commands: [],
})

/** All agents talk, the other callers wait: the fullest moment of a day. */
function fullHouse(): State {
  let state: State = { agents: new Map(), callers: new Map() }
  const tell = (event: DistributionEvent) => {
    const next = distribute(state, event)
    state = next.state
    for (const command of next.commands)
      if (command.kind === 'offer') tell({ ...command, kind: 'accepted', at: event.at })
  }
  for (let agent = 0; agent < AGENTS; agent++) {
    tell({ kind: 'came', agentId: `agent-${agent}`, teams: [...TEAMS], at: agent })
    tell({ kind: 'ready', agentId: `agent-${agent}`, at: agent })
  }
  for (let caller = 0; caller < CALLERS; caller++) tell(arrival(caller, 100 + caller))
  return state
}

function arrival(number: number, at: number): DistributionEvent {
  const teamId = TEAMS[number % TEAMS.length] ?? TEAMS[0]
  const caller = { id: `call-${number}`, lineId: teamId, teamId, priority: 0, since: at, onlyFor: null }
  return { kind: 'arrived', caller, at }
}

/** One conversation ends, the agent is free, is offered the oldest caller and accepts; somebody new calls; time passes. */
function* day(): Generator<DistributionEvent> {
  for (let turn = 0; ; turn++) {
    const at = 1000 + turn
    yield { kind: 'left', callId: `call-${turn}`, recordComplete: true, at }
    yield { kind: 'accepted', callId: `call-${turn + AGENTS}`, agentId: `agent-${turn % AGENTS}`, at }
    yield arrival(turn + CALLERS, at)
    yield { kind: 'tick', at }
  }
}

function measure(reducer: Reducer): { perCoreSecond: number; last: State } {
  let state = fullHouse()
  let events = 0
  const cpu = process.cpuUsage()
  const begun = performance.now()
  for (const event of day()) {
    state = reducer(state, event).state
    events++
    if (performance.now() - begun > SECONDS * 1000) break
  }
  const { user, system } = process.cpuUsage(cpu)
  return { perCoreSecond: events / ((user + system) / 1e6), last: state }
}

measure(copy)
measure(distribute)
const rule = measure(distribute)
const limit = measure(copy)
const busy = [...rule.last.agents.values()].filter((agent) => agent.phase === 'in-call').length
if (rule.last.callers.size < CALLERS - 1 || busy < AGENTS - 1)
  throw new Error(`the scenario fell apart: ${busy} agents busy, ${rule.last.callers.size} callers`)

report(
  `distribution: ${AGENTS} agents, ${CALLERS} callers`,
  [
    {
      what: 'events per second and core',
      figure: whole(rule.perCoreSecond),
      against: `only copying both maps: ${whole(limit.perCoreSecond)}`,
      ratio: rule.perCoreSecond / limit.perCoreSecond,
    },
  ],
  ['Per core: divided by the processor time of the whole process, collector included.'],
)
