// Who gets which caller. Pure: the instant comes with each event, the order of events decides everything else.
import type { Caller, Change, Command, DistributionEvent, Rules, State } from './model.ts'
import { match } from './match.ts'
import { Draft } from './draft.ts'
import { Floor } from './state.ts'

/** Above every priority of a line: who lost the agent in mid-conversation is served before all who only wait. */
export const FRONT = 1_000

/**
 * What one event changes. An event that no longer fits (an offer withdrawn meanwhile, a caller who is gone) changes
 * nothing. Callers are served by priority, then by age, across all lines; each is offered to one agent at a time, the
 * longest idle of those whose teams and skills fit. The floor is only read; `floor.apply` makes the change true.
 */
export function decide(floor: Floor, event: DistributionEvent, rules: Rules): Change {
  const draft = new Draft(floor, rules, event.at)
  happen(draft, event)
  match(draft)
  return draft.change()
}

/** The same as state in, state out: the given state stays as it is. */
export function step(
  state: State,
  event: DistributionEvent,
  rules: Rules,
): { state: Floor; commands: readonly Command[] } {
  const next = Floor.of(state.agents.values(), state.callers.values())
  const change = decide(next, event, rules)
  next.apply(change)
  return { state: next, commands: change.commands }
}

/** When a `tick` is due next, because something is to happen by itself; null when nothing waits for time. */
export function nextWake(state: State, at: number): number | null {
  let next = Infinity
  const consider = (instant: number): void => {
    if (instant > 0 && instant < next) next = instant
  }
  for (const caller of state.callers.values()) {
    if (caller.connected || caller.where !== 'queue') continue
    consider(caller.offerUntil)
    consider(caller.widenAt)
    if (caller.agentId !== null) continue
    consider(caller.overflowAt)
    consider(caller.offerAt)
    if (caller.prefersUntil > at) consider(caller.prefersUntil)
  }
  for (const { phase, backOffUntil } of state.agents.values())
    if (phase === 'available' && backOffUntil > at) consider(backOffUntil)
  return Number.isFinite(next) ? next : null
}

function happen(draft: Draft, event: DistributionEvent): void {
  switch (event.kind) {
    case 'arrived':
      return arrive(draft, event)
    case 'left':
      return leave(draft, event.callId, event.recordComplete)
    case 'menu':
      return enterMenu(draft, event.callId)
    case 'waits-again':
      return waitAgain(draft, event.callId, 'menu')
    case 'overflow-answered':
      return answerOutside(draft, event.callId)
    case 'overflow-failed':
      return waitAgain(draft, event.callId, 'overflow')
    case 'moved':
      return move(draft, event.callId, event.to)
    case 'handed-on':
      return handOn(draft, event.callId, event.to)
    case 'agent-lost':
      return loseAgent(draft, event.callId, event.agentId)
    case 'assist':
      return assist(draft, event.agentId, event.callId)
    case 'assist-ended':
      return draft.restFrom('assisting', event.agentId)
    case 'taken-over':
      return takeOver(draft, event.callId, event.agentId)
    case 'came':
      return come(draft, event.agentId, event.teams, event.skills ?? [])
    case 'ready':
      return setReady(draft, event.agentId, true)
    case 'not-ready':
      return setReady(draft, event.agentId, false)
    case 'gone':
      return go(draft, event.agentId)
    case 'accepted':
      return accept(draft, event.callId, event.agentId)
    case 'missed':
      return miss(draft, event.callId, event.agentId, event.how)
    case 'wrapped-up':
      return wrapUp(draft, event.agentId, event.callId)
    case 'dial-started':
      return dial(draft, event.agentId)
    case 'dial-ended':
      return draft.restFrom('dialling', event.agentId)
    case 'tick':
      return tick(draft)
    case 'resumed':
      for (const caller of draft.floor.waiting) draft.setCaller(caller)
  }
}

function arrive(draft: Draft, { caller }: Extract<DistributionEvent, { kind: 'arrived' }>): void {
  if (draft.caller(caller.id)) return
  draft.setCaller({
    ...caller,
    prefers: null,
    prefersUntil: 0,
    where: 'queue',
    agentId: null,
    connected: false,
    offerUntil: 0,
    offerCut: false,
    missed: 0,
    obstacle: null,
  })
}

function leave(draft: Draft, callId: string, recordComplete: boolean): void {
  const caller = draft.caller(callId)
  if (!caller) return
  draft.removeCaller(callId)
  const agent = draft.agent(caller.agentId)
  if (!agent) return
  if (!caller.connected) {
    draft.order({ kind: 'withdraw', callId, agentId: agent.id, how: 'withdrawn' })
    draft.unoffer(agent)
  } else if (recordComplete) draft.rest(agent)
  else draft.setAgent({ ...agent, phase: 'wrap-up', since: draft.at })
}

function enterMenu(draft: Draft, callId: string): void {
  const caller = draft.caller(callId)
  if (!caller || caller.connected || caller.where !== 'queue') return
  draft.takeBack(caller, 'withdrawn', { where: 'menu' })
}

function waitAgain(draft: Draft, callId: string, from: Caller['where']): void {
  const caller = draft.caller(callId)
  if (!caller || caller.where !== from || caller.connected) return
  // Nobody outside either: the callback is offered now, not later.
  const offerAt = from === 'overflow' && caller.offerAt > draft.at ? draft.at : caller.offerAt
  draft.setCaller({ ...caller, where: 'queue', offerAt })
}

function answerOutside(draft: Draft, callId: string): void {
  const caller = draft.caller(callId)
  if (caller?.where === 'overflow') draft.setCaller({ ...caller, connected: true })
}

function move(draft: Draft, callId: string, to: Extract<DistributionEvent, { kind: 'moved' }>['to']): void {
  const caller = draft.caller(callId)
  if (!caller || caller.connected || caller.onlyFor !== null) return
  if (caller.where === 'queue') draft.takeBack(caller, 'withdrawn', to)
  else draft.setCaller({ ...caller, ...to })
}

function handOn(
  draft: Draft,
  callId: string,
  to: Extract<DistributionEvent, { kind: 'handed-on' }>['to'],
): void {
  const caller = draft.caller(callId)
  const agent = draft.agent(caller?.agentId ?? null)
  if (!caller?.connected || !agent || caller.onlyFor !== null) return
  draft.order({ kind: 'park', callId, why: 'handed-on' })
  draft.rest(agent)
  draft.setCaller({ ...caller, ...to, agentId: null, connected: false, prefers: null, prefersUntil: 0 })
}

function loseAgent(draft: Draft, callId: string, agentId: string): void {
  const caller = draft.caller(callId)
  const agent = draft.agent(agentId)
  if (!caller?.connected || caller.agentId !== agentId || !agent || caller.onlyFor !== null) return
  draft.order({ kind: 'park', callId, why: 'agent-lost' })
  draft.rest({ ...agent, ready: false })
  const prefersUntil = draft.at + draft.rules.prefersMs
  // What was due while they talked is due only when the same agent does not come back.
  const later = (due: number): number => (due > 0 ? Math.max(due, prefersUntil) : 0)
  draft.setCaller({
    ...caller,
    priority: Math.max(caller.priority, FRONT),
    prefers: agentId,
    prefersUntil,
    overflowAt: later(caller.overflowAt),
    offerAt: later(caller.offerAt),
    agentId: null,
    connected: false,
  })
}

function assist(draft: Draft, agentId: string, callId: string): void {
  const agent = draft.agent(agentId)
  if (!draft.caller(callId)?.connected) return
  if (agent?.phase === 'available' || agent?.phase === 'not-ready')
    draft.setAgent({ ...agent, phase: 'assisting', since: draft.at, callId })
}

function takeOver(draft: Draft, callId: string, agentId: string): void {
  const caller = draft.caller(callId)
  const next = draft.agent(agentId)
  if (!caller?.connected || next?.phase !== 'assisting' || next.callId !== callId) return
  const former = draft.agent(caller.agentId)
  if (former) draft.rest(former)
  draft.setAgent({ ...next, phase: 'in-call', since: draft.at })
  draft.setCaller({ ...caller, agentId })
}

function come(draft: Draft, id: string, teams: readonly string[], skills: readonly string[]): void {
  const agent = draft.agent(id)
  if (agent && sameWords(agent.teams, teams) && sameWords(agent.skills, skills)) return
  const fresh = {
    phase: 'not-ready',
    since: draft.at,
    callId: null,
    ready: false,
    backOffUntil: 0,
  } as const
  draft.setAgent({ id, ...(agent ?? fresh), teams, skills })
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word))

function setReady(draft: Draft, agentId: string, ready: boolean): void {
  const agent = draft.agent(agentId)
  if (!agent || agent.ready === ready) return
  if (agent.phase === 'offered' && !ready) return draft.endOffer({ ...agent, ready }, 'withdrawn')
  if (agent.phase === 'available' || agent.phase === 'not-ready') draft.rest({ ...agent, ready })
  else draft.setAgent({ ...agent, ready })
}

function go(draft: Draft, agentId: string): void {
  setReady(draft, agentId, false)
  if (draft.agent(agentId)?.phase === 'not-ready') draft.removeAgent(agentId)
}

function accept(draft: Draft, callId: string, agentId: string): void {
  const [caller, agent] = draft.offered(callId, agentId)
  if (!caller || !agent) return
  draft.setCaller({ ...caller, connected: true, offerUntil: 0, prefers: null, prefersUntil: 0 })
  draft.setAgent({ ...agent, phase: 'in-call', since: draft.at })
  draft.order({ kind: 'connect', callId, agentId })
}

/** Declined: a short back-off. Not answered or not reachable: not ready, so that a dead desk eats no second caller. */
function miss(draft: Draft, callId: string, agentId: string, how: 'declined' | 'timeout' | 'failed'): void {
  const [caller, agent] = draft.offered(callId, agentId)
  if (!caller || !agent) return
  const declined = how === 'declined' && caller.onlyFor === null
  const ready = caller.onlyFor !== null ? agent.ready : how === 'declined' && agent.ready
  const backOffUntil = declined ? draft.at + draft.rules.backOffMs : agent.backOffUntil
  draft.endOffer({ ...agent, ready, backOffUntil }, how)
}

function wrapUp(draft: Draft, agentId: string, callId: string): void {
  if (draft.agent(agentId)?.callId === callId) draft.restFrom('wrap-up', agentId)
}

function dial(draft: Draft, agentId: string): void {
  const agent = draft.agent(agentId)
  if (agent?.phase === 'available' || agent?.phase === 'not-ready')
    draft.setAgent({ ...agent, phase: 'dialling', since: draft.at })
}

/** Offers run out, help comes from further teams, back-offs end; what is only looked at again is set anew. */
function tick(draft: Draft): void {
  const { at } = draft
  for (const caller of draft.floor.callers.values()) {
    if (caller.connected || caller.where !== 'queue') continue
    if (caller.offerUntil > 0 && caller.offerUntil <= at) expire(draft, caller)
    const now = draft.caller(caller.id)
    if (now && now.widenAt > 0 && now.widenAt <= at) draft.setCaller(widened(now))
    else if (now && isDue(now, at)) draft.setCaller(now)
  }
  for (const agent of draft.floor.idle)
    if (agent.backOffUntil > 0 && agent.backOffUntil <= at) draft.look(agent)
}

/** Rung for the whole time: nobody is there. Cut short because the number outside is due: nobody's fault. */
function expire(draft: Draft, { id, agentId, offerCut }: Caller): void {
  const agent = draft.agent(agentId)
  if (!agent) return
  if (!offerCut) return miss(draft, id, agent.id, 'timeout')
  draft.endOffer(agent, 'withdrawn')
  const caller = draft.caller(id)
  if (caller) draft.sendOutside(caller)
}

const isDue = (caller: Caller, at: number): boolean =>
  caller.agentId === null &&
  ((caller.overflowAt > 0 && caller.overflowAt <= at) ||
    (caller.offerAt > 0 && caller.offerAt <= at) ||
    (caller.prefers !== null && caller.prefersUntil <= at))

const widened = (caller: Caller): Caller => ({
  ...caller,
  teams: [...new Set([...caller.teams, ...caller.wider])],
  wider: [],
  widenAt: 0,
})
