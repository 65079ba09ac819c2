// Brings callers and agents together once an event has happened.
import type { Agent, Caller } from './model.ts'
import type { Draft } from './draft.ts'
import { byIdleTime, byRank, isIdle, isWaiting } from './state.ts'

/**
 * Gives every waiting caller, in the order of service, the longest idle agent who may take it; then lets those escalate
 * whom nobody took. Before the event no idle agent could have served a waiting caller, so a new pair has a caller or an
 * agent whom the event has changed: only these are looked at.
 */
export function match(draft: Draft): void {
  for (let pair = nextPair(draft); pair; pair = nextPair(draft)) offer(draft, pair.caller, pair.agent)
  for (const caller of draft.callers.slice()) if (isWaiting(caller)) escalate(draft, caller)
  noteObstacles(draft)
}

interface Pair {
  caller: Caller
  agent: Agent
}

/** The foremost caller who can be served now, with the longest idle agent. */
function nextPair(draft: Draft): Pair | null {
  let best: Pair | null = null
  for (const caller of draft.callers) {
    if (!isWaiting(caller) || (best && byRank(best.caller, caller) < 0)) continue
    const agent = agentFor(draft, caller)
    if (agent) best = { caller, agent }
  }
  for (const agents of [draft.agents, draft.looked])
    for (const agent of agents) {
      if (!isIdle(agent) || (agents === draft.looked && draft.hasAgent(agent.id))) continue
      const caller = callerFor(draft, agent, best?.caller ?? null)
      const foremost = caller && agentFor(draft, caller)
      if (foremost) best = { caller, agent: foremost }
    }
  return best
}

/** The longest idle agent for this caller. */
function agentFor(draft: Draft, caller: Caller): Agent | null {
  if (caller.onlyFor !== null) return trainee(draft, caller.onlyFor)
  let best: Agent | null = null
  for (const agent of draft.floor.idle)
    if (mayServe(draft, agent, caller) && !draft.hasAgent(agent.id)) {
      best = agent
      break
    }
  for (const agent of draft.agents)
    if (isIdle(agent) && mayServe(draft, agent, caller) && (!best || byIdleTime(agent, best) < 0))
      best = agent
  return best
}

/** Practice is for who asked for it, ready or not. */
function trainee(draft: Draft, agentId: string): Agent | null {
  const agent = draft.agent(agentId)
  return agent?.phase === 'available' || agent?.phase === 'not-ready' ? agent : null
}

/** The foremost caller on the floor whom this agent may serve, if before `limit`. */
function callerFor(draft: Draft, agent: Agent, limit: Caller | null): Caller | null {
  for (const caller of draft.floor.waiting) {
    if (limit && byRank(limit, caller) < 0) return null
    if (mayServe(draft, agent, caller) && !draft.hasCaller(caller.id)) return caller
  }
  return null
}

function mayServe({ rules, at }: Draft, agent: Agent, caller: Caller): boolean {
  if (rules.paused || agent.backOffUntil > at) return false
  if (caller.prefers !== null && at < caller.prefersUntil) return agent.id === caller.prefers
  return shares(agent.teams, caller.teams) && caller.needs.every((skill) => agent.skills.includes(skill))
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  for (const word of a) if (b.includes(word)) return true
  return false
}

function offer(draft: Draft, caller: Caller, agent: Agent): void {
  const { at, rules } = draft
  const whole = at + rules.offerMs
  const due = caller.overflowAt > 0 ? Math.max(caller.overflowAt, at + rules.shortestOfferMs) : whole
  const offerUntil = Math.min(whole, due)
  draft.setCaller({ ...caller, agentId: agent.id, offerUntil, offerCut: offerUntil < whole })
  draft.setAgent({ ...agent, phase: 'offered', callId: caller.id })
  draft.order({ kind: 'offer', callId: caller.id, agentId: agent.id })
}

/** Nobody could be found: outside, or the offer of a callback; practice just ends. */
function escalate(draft: Draft, caller: Caller): void {
  const { at, rules } = draft
  if (caller.onlyFor !== null) return draft.drop(caller)
  if (rules.paused) return
  if (caller.overflowAt > 0 && caller.overflowAt <= at) draft.sendOutside(caller)
  else if (caller.offerAt > 0 && caller.offerAt <= at) {
    draft.setCaller({ ...caller, offerAt: at + rules.offerAgainMs })
    draft.order({ kind: 'offer-callback', callId: caller.id })
  }
}

/** Why they wait is noted when they begin to, and when a team comes to work or goes. */
function noteObstacles(draft: Draft): void {
  for (const caller of draft.callers) if (isWaiting(caller)) noteObstacle(draft, caller)
  const turned = teamsThatTurned(draft)
  if (turned.length === 0) return
  for (const caller of draft.floor.waiting)
    if (!draft.hasCaller(caller.id) && shares(caller.teams, turned)) noteObstacle(draft, caller)
}

function noteObstacle(draft: Draft, caller: Caller): void {
  const isStaffed = caller.teams.some((team) => draft.floor.staffOf(team) + staffGained(draft, team) > 0)
  const obstacle = isStaffed ? 'all-busy' : 'none-signed-in'
  if (caller.obstacle !== obstacle) draft.setCaller({ ...caller, obstacle })
}

/** How many more of the team are at work than the floor says. */
function staffGained(draft: Draft, team: string): number {
  let gained = 0
  for (const agent of draft.agents) {
    const before = draft.floor.agents.get(agent.id)
    if (agent.phase !== 'not-ready' && agent.teams.includes(team)) gained += 1
    if (before && before.phase !== 'not-ready' && before.teams.includes(team)) gained -= 1
  }
  for (const id of draft.goneAgents) {
    const before = draft.floor.agents.get(id)
    if (before && before.phase !== 'not-ready' && before.teams.includes(team)) gained -= 1
  }
  return gained
}

/** Teams that had nobody at work and have somebody now, or the other way round. */
function teamsThatTurned(draft: Draft): string[] {
  const turned: string[] = []
  const consider = (team: string): void => {
    const then = draft.floor.staffOf(team)
    if ((then === 0) !== (then + staffGained(draft, team) === 0) && !turned.includes(team)) turned.push(team)
  }
  for (const agent of draft.agents) {
    const before = draft.floor.agents.get(agent.id)
    const isAtWork = agent.phase !== 'not-ready'
    const wasAtWork = before !== undefined && before.phase !== 'not-ready'
    if (isAtWork === wasAtWork && before?.teams === agent.teams) continue
    agent.teams.forEach(consider)
    before?.teams.forEach(consider)
  }
  for (const id of draft.goneAgents) draft.floor.agents.get(id)?.teams.forEach(consider)
  return turned
}
