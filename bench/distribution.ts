// events per second and core of the rule that gives callers to agents: 50 agents, 200 callers
import { built, long } from './kit/built.ts'
import { whole } from './kit/numbers.ts'
import { report } from './kit/report.ts'
import type { DistributionEvent, NewCaller } from '../src/telephony/distribution/model.ts'

const AGENTS = 50
const CALLERS = 200
const TEAMS = ['office', 'reports'] as const
const RULES = {
  offerMs: 12_000,
  shortestOfferMs: 6_000,
  backOffMs: 10_000,
  prefersMs: 10_000,
  offerAgainMs: 45_000,
  paused: false,
}
const SECONDS = long ? 15 : 3
/** The clock is looked at once in so many events. */
const AT_ONCE = 1000

const { decide } = await built<typeof import('../src/telephony/distribution/distribution.ts')>(
  'telephony/distribution/distribution.js',
)
const { Floor } = await built<typeof import('../src/telephony/distribution/state.ts')>(
  'telephony/distribution/state.js',
)
type House = InstanceType<typeof Floor>

function distribute(floor: House, event: DistributionEvent): void {
  floor.apply(decide(floor, event, RULES))
}

/** What no rule can avoid: the caller's and the agent's row are looked up and written anew. */
function twoRows(floor: House, event: DistributionEvent): void {
  const callId = 'callId' in event ? event.callId : ''
  const caller = floor.callers.get(callId)
  const agent = floor.agents.get('agentId' in event ? event.agentId : '')
  ledger.set(callId, caller ? { ...caller, since: event.at } : null)
  ledger.set(agent?.id ?? '', agent ? { ...agent, since: event.at } : null)
}
const ledger = new Map<string, unknown>()

/** All agents talk, the other callers wait: the fullest moment of a day. */
function fullHouse(): House {
  const floor = new Floor()
  const tell = (event: DistributionEvent): void => {
    const change = decide(floor, event, RULES)
    floor.apply(change)
    for (const command of change.commands)
      if (command.kind === 'offer') tell({ ...command, kind: 'accepted', at: event.at })
  }
  for (let agent = 0; agent < AGENTS; agent++) {
    tell({ kind: 'came', agentId: `agent-${agent}`, teams: [...TEAMS], at: agent })
    tell({ kind: 'ready', agentId: `agent-${agent}`, at: agent })
  }
  for (let caller = 0; caller < CALLERS; caller++) tell(arrival(caller, 100 + caller))
  return floor
}

function arrival(number: number, at: number): DistributionEvent {
  const lineId = TEAMS[number % TEAMS.length] ?? TEAMS[0]
  const caller: NewCaller = {
    id: `call-${number}`,
    lineId,
    teams: [lineId],
    needs: [],
    priority: 0,
    since: at,
    onlyFor: null,
    wider: [],
    widenAt: at + 5_000,
    overflowAt: 0,
    offerAt: at + 12_000,
  }
  return { kind: 'arrived', caller, at }
}

/** One conversation ends, the agent is free, is offered the oldest caller and accepts; somebody new calls. */
function* day(): Generator<DistributionEvent> {
  for (let turn = 0; ; turn++) {
    const at = 1000 + turn
    yield { kind: 'left', callId: `call-${turn}`, recordComplete: true, at }
    yield { kind: 'accepted', callId: `call-${turn + AGENTS}`, agentId: `agent-${turn % AGENTS}`, at }
    yield arrival(turn + CALLERS, at)
    if (turn % 10 === 0) yield { kind: 'tick', at }
  }
}

function measure(rule: (floor: House, event: DistributionEvent) => void): {
  perCoreSecond: number
  last: House
} {
  const last = fullHouse()
  let events = 0
  const cpu = process.cpuUsage()
  const begun = performance.now()
  for (const event of day()) {
    rule(last, event)
    events++
    if (events % AT_ONCE === 0 && performance.now() - begun > SECONDS * 1000) break
  }
  const { user, system } = process.cpuUsage(cpu)
  return { perCoreSecond: events / ((user + system) / 1e6), last }
}

measure(distribute)
const rule = measure(distribute)
const limit = measure(twoRows)
const busy = [...rule.last.agents.values()].filter((agent) => agent.phase === 'in-call').length
if (rule.last.callers.size < CALLERS - 1 || busy < AGENTS - 1)
  throw new Error(`the scenario fell apart: ${busy} agents busy, ${rule.last.callers.size} callers`)

report(
  `distribution: ${AGENTS} agents, ${CALLERS} callers`,
  [
    {
      what: 'events per second and core',
      figure: whole(rule.perCoreSecond),
      against: `only looking up and writing both rows: ${whole(limit.perCoreSecond)}`,
      ratio: rule.perCoreSecond / limit.perCoreSecond,
    },
  ],
  ['Per core: divided by the processor time of the whole process, collector included.'],
)
