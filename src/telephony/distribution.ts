// Who gets which caller. Pure: the instant comes with each event, the order of events decides everything else.
import type {
  Agent,
  Caller,
  Command,
  DistributionEvent,
  MissedHow,
  NewCaller,
  Rules,
  State,
  Step,
} from './distribution.model.ts'

/**
 * One moment of the distribution. An event that no longer fits (an offer withdrawn meanwhile, a caller who is gone)
 * changes nothing: the same state comes back. Callers are served by priority, then by age, across all lines; each
 * is offered to one agent at a time, the longest idle of the team.
 */
export function step(state: State, event: DistributionEvent, rules: Rules): Step {
  const draft = new Draft(state, rules, event.at)
  draft.apply(event)
  draft.distribute()
  return draft.done()
}

/** When a `tick` is due next: an offer runs out or a back-off ends; null when nothing waits for time. */
export function nextWake(state: State, at: number): number | null {
  const offers = [...state.callers.values()].filter((c) => c.offerUntil > 0).map((c) => c.offerUntil)
  const backOffs = [...state.agents.values()].map((a) => a.backOffUntil).filter((until) => until > at)
  const next = Math.min(...offers, ...backOffs)
  return Number.isFinite(next) ? next : null
}

/** Priority, then age; the id makes the order total. */
const byRank = (a: Caller, b: Caller): number =>
  b.priority - a.priority || a.since - b.since || (a.id < b.id ? -1 : 1)

const byIdleTime = (a: Agent, b: Agent): number => a.since - b.since || (a.id < b.id ? -1 : 1)

class Draft {
  readonly #before: State
  readonly #rules: Rules
  readonly #at: number
  readonly #agents: Map<string, Agent>
  readonly #callers: Map<string, Caller>
  readonly #commands: Command[] = []
  #changed = false

  constructor(before: State, rules: Rules, at: number) {
    this.#before = before
    this.#rules = rules
    this.#at = at
    this.#agents = new Map(before.agents)
    this.#callers = new Map(before.callers)
  }

  done(): Step {
    const state = this.#changed ? { agents: this.#agents, callers: this.#callers } : this.#before
    return { state, commands: this.#commands }
  }

  apply(event: DistributionEvent): void {
    switch (event.kind) {
      case 'arrived':
        return this.#arrive(event.caller)
      case 'left':
        return this.#leave(event.callId, event.recordComplete)
      case 'came':
        return this.#come(event.agentId, event.teams)
      case 'ready':
        return this.#setReady(event.agentId, true)
      case 'not-ready':
        return this.#setReady(event.agentId, false)
      case 'gone':
        return this.#go(event.agentId)
      case 'accepted':
        return this.#accept(event.callId, event.agentId)
      case 'missed':
        return this.#miss(event.callId, event.agentId, event.how)
      case 'wrapped-up':
        return this.#wrapUp(event.agentId, event.callId)
      case 'dial-started':
        return this.#dial(event.agentId)
      case 'dial-ended':
        return this.#dialled(event.agentId)
      case 'tick':
        return this.#expireOffers()
    }
  }

  /** Gives every waiting caller, oldest first, the longest idle agent who may take it. */
  distribute(): void {
    for (const caller of this.#waiting().toSorted(byRank)) {
      const agent = this.#longestIdleFor(caller)
      if (agent) this.#offer(caller, agent)
      else if (caller.onlyFor !== null) this.#drop(caller)
    }
    for (const caller of this.#waiting()) this.#noteObstacle(caller)
  }

  #waiting(): Caller[] {
    return [...this.#callers.values()].filter((caller) => caller.agentId === null)
  }

  #longestIdleFor(caller: Caller): Agent | undefined {
    if (caller.onlyFor !== null) {
      const agent = this.#agents.get(caller.onlyFor)
      return agent?.phase === 'available' || agent?.phase === 'not-ready' ? agent : undefined
    }
    if (this.#rules.paused) return undefined
    return [...this.#agents.values()]
      .filter((a) => a.phase === 'available' && a.backOffUntil <= this.#at && a.teams.includes(caller.teamId))
      .toSorted(byIdleTime)[0]
  }

  #offer(caller: Caller, agent: Agent): void {
    this.#setCaller({
      ...caller,
      agentId: agent.id,
      offerUntil: this.#at + this.#rules.offerMs,
    })
    this.#setAgent({ ...agent, phase: 'offered', callId: caller.id })
    this.#commands.push({ kind: 'offer', callId: caller.id, agentId: agent.id })
  }

  #noteObstacle(caller: Caller): void {
    const team = [...this.#agents.values()].filter((agent) => agent.teams.includes(caller.teamId))
    const obstacle = team.some((agent) => agent.phase !== 'not-ready') ? 'all-busy' : 'none-signed-in'
    if (caller.obstacle !== obstacle) this.#setCaller({ ...caller, obstacle })
  }

  #arrive(caller: NewCaller): void {
    if (this.#callers.has(caller.id)) return
    const fresh = { agentId: null, connected: false, offerUntil: 0, missed: 0, obstacle: null }
    this.#setCaller({ ...caller, ...fresh })
  }

  #leave(callId: string, recordComplete: boolean): void {
    const caller = this.#callers.get(callId)
    if (!caller) return
    this.#remove(callId)
    const agent = caller.agentId === null ? undefined : this.#agents.get(caller.agentId)
    if (!agent) return
    if (!caller.connected) {
      this.#commands.push({ kind: 'withdraw', callId, agentId: agent.id, how: 'withdrawn' })
      this.#unoffer(agent)
    } else if (recordComplete) this.#rest(agent)
    else this.#setAgent({ ...agent, phase: 'wrap-up', since: this.#at })
  }

  #come(agentId: string, teams: readonly string[]): void {
    const agent = this.#agents.get(agentId)
    const same = agent?.teams.length === teams.length && teams.every((team) => agent.teams.includes(team))
    if (same) return
    const fresh = {
      phase: 'not-ready',
      since: this.#at,
      callId: null,
      ready: false,
      backOffUntil: 0,
    } as const
    this.#setAgent({ id: agentId, ...(agent ?? fresh), teams })
  }

  #setReady(agentId: string, ready: boolean): void {
    const agent = this.#agents.get(agentId)
    if (!agent || agent.ready === ready) return
    if (agent.phase === 'offered' && !ready) return this.#takeBack({ ...agent, ready }, 'withdrawn')
    if (agent.phase === 'available' || agent.phase === 'not-ready') this.#rest({ ...agent, ready })
    else this.#setAgent({ ...agent, ready })
  }

  #go(agentId: string): void {
    this.#setReady(agentId, false)
    if (this.#agents.get(agentId)?.phase !== 'not-ready') return
    this.#agents.delete(agentId)
    this.#changed = true
  }

  #accept(callId: string, agentId: string): void {
    const [caller, agent] = this.#offered(callId, agentId)
    if (!caller || !agent) return
    this.#setCaller({ ...caller, connected: true, offerUntil: 0 })
    this.#setAgent({ ...agent, phase: 'in-call', since: this.#at })
    this.#commands.push({ kind: 'connect', callId, agentId })
  }

  /** Declined: a short back-off. Not answered or not reachable: not ready, so that a dead desk eats no second caller. */
  #miss(callId: string, agentId: string, how: 'declined' | 'timeout' | 'failed'): void {
    const [caller, agent] = this.#offered(callId, agentId)
    if (!caller || !agent) return
    const declined = how === 'declined' && caller.onlyFor === null
    const ready = caller.onlyFor !== null ? agent.ready : how === 'declined' && agent.ready
    const backOffUntil = declined ? this.#at + this.#rules.backOffMs : agent.backOffUntil
    this.#takeBack({ ...agent, ready, backOffUntil }, how)
  }

  /** Ends the offer in an agent's hand; the caller waits again in the old place. */
  #takeBack(agent: Agent, how: MissedHow): void {
    const caller = agent.callId === null ? undefined : this.#callers.get(agent.callId)
    if (!caller) return
    this.#commands.push({ kind: 'withdraw', callId: caller.id, agentId: agent.id, how })
    this.#unoffer(agent)
    if (caller.onlyFor !== null) this.#drop(caller)
    else this.#setCaller({ ...caller, agentId: null, offerUntil: 0, missed: caller.missed + 1 })
  }

  #wrapUp(agentId: string, callId: string): void {
    const agent = this.#agents.get(agentId)
    if (agent?.phase === 'wrap-up' && agent.callId === callId) this.#rest(agent)
  }

  #dial(agentId: string): void {
    const agent = this.#agents.get(agentId)
    if (agent?.phase === 'available' || agent?.phase === 'not-ready')
      this.#setAgent({ ...agent, phase: 'dialling', since: this.#at })
  }

  #dialled(agentId: string): void {
    const agent = this.#agents.get(agentId)
    if (agent?.phase === 'dialling') this.#rest(agent)
  }

  #expireOffers(): void {
    for (const caller of this.#before.callers.values()) {
      const isOver = caller.offerUntil > 0 && caller.offerUntil <= this.#at
      if (isOver && caller.agentId !== null) this.#miss(caller.id, caller.agentId, 'timeout')
    }
  }

  /** The pair, when this very offer still stands. */
  #offered(callId: string, agentId: string): [Caller, Agent] | [null, null] {
    const caller = this.#callers.get(callId)
    const agent = this.#agents.get(agentId)
    const stands = caller?.agentId === agentId && !caller.connected && agent?.phase === 'offered'
    return stands ? [caller, agent] : [null, null]
  }

  #drop(caller: Caller): void {
    this.#remove(caller.id)
    this.#commands.push({ kind: 'drop', callId: caller.id })
  }

  /** Back from work: idle time begins now. */
  #rest(agent: Agent): void {
    const phase = agent.ready ? 'available' : 'not-ready'
    this.#setAgent({ ...agent, phase, since: this.#at, callId: null })
  }

  /** Back from an offer: who was idle before it is no less idle now. */
  #unoffer(agent: Agent): void {
    const phase = agent.ready ? 'available' : 'not-ready'
    this.#setAgent({ ...agent, phase, since: agent.ready ? agent.since : this.#at, callId: null })
  }

  #setAgent(agent: Agent): void {
    this.#agents.set(agent.id, agent)
    this.#changed = true
  }

  #setCaller(caller: Caller): void {
    this.#callers.set(caller.id, caller)
    this.#changed = true
  }

  #remove(callId: string): void {
    this.#callers.delete(callId)
    this.#changed = true
  }
}
