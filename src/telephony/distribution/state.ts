// The state of the distribution with what makes looking things up cheap: who is idle and who waits, in order.
import type { Agent, Caller, Change, State } from './model.ts'

/** Priority, then place; the id makes the order total. Negative when `a` is served first. */
export const byRank = (a: Caller, b: Caller): number =>
  b.priority - a.priority || a.since - b.since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Longest idle first. */
export const byIdleTime = (a: Agent, b: Agent): number =>
  a.since - b.since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export const isIdle = (agent: Agent): boolean => agent.phase === 'available'
export const isWaiting = (caller: Caller): boolean => caller.agentId === null && caller.where === 'queue'
const isStaffed = (agent: Agent): boolean => agent.phase !== 'not-ready'

/** Everybody the distribution knows. Changed only by `apply`. */
export class Floor implements State {
  readonly #agents = new Map<string, Agent>()
  readonly #callers = new Map<string, Caller>()
  readonly #idle: Agent[] = []
  readonly #waiting: Caller[] = []
  /** By team: its agents who are at work, whatever they do. */
  readonly #staff = new Map<string, number>()

  static of(agents: Iterable<Agent>, callers: Iterable<Caller>): Floor {
    const floor = new Floor()
    floor.apply({ agents: [...agents], callers: [...callers], goneAgents: [], goneCallers: [], commands: [] })
    return floor
  }

  get agents(): ReadonlyMap<string, Agent> {
    return this.#agents
  }

  get callers(): ReadonlyMap<string, Caller> {
    return this.#callers
  }

  /** Available agents, longest idle first; some may still be backing off. */
  get idle(): readonly Agent[] {
    return this.#idle
  }

  /** Callers in the queue without an offer, in the order of service. */
  get waiting(): readonly Caller[] {
    return this.#waiting
  }

  staffOf(team: string): number {
    return this.#staff.get(team) ?? 0
  }

  /** The same people; changing one leaves the other as it is. */
  copy(): Floor {
    return Floor.of(this.#agents.values(), this.#callers.values())
  }

  apply({ agents, callers, goneAgents, goneCallers }: Change): void {
    for (const id of goneAgents) {
      this.#takeOutAgent(id)
      this.#agents.delete(id)
    }
    for (const id of goneCallers) {
      this.#takeOutCaller(id)
      this.#callers.delete(id)
    }
    // Who only changes keeps the slot: a map that is deleted from all the time is built anew all the time.
    for (const agent of agents) {
      this.#takeOutAgent(agent.id)
      this.#agents.set(agent.id, agent)
      if (isIdle(agent)) insert(this.#idle, agent, byIdleTime)
      if (isStaffed(agent)) this.#count(agent, 1)
    }
    for (const caller of callers) {
      this.#takeOutCaller(caller.id)
      this.#callers.set(caller.id, caller)
      if (isWaiting(caller)) insert(this.#waiting, caller, byRank)
    }
  }

  #takeOutAgent(id: string): void {
    const agent = this.#agents.get(id)
    if (!agent) return
    if (isIdle(agent)) remove(this.#idle, agent, byIdleTime)
    if (isStaffed(agent)) this.#count(agent, -1)
  }

  #takeOutCaller(id: string): void {
    const caller = this.#callers.get(id)
    if (caller && isWaiting(caller)) remove(this.#waiting, caller, byRank)
  }

  #count(agent: Agent, by: 1 | -1): void {
    for (const team of agent.teams) this.#staff.set(team, this.staffOf(team) + by)
  }
}

/** Where `item` stands or would stand in a sorted list. */
function placeOf<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = list[middle]
    if (there !== undefined && compare(there, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function insert<T>(list: T[], item: T, compare: (a: T, b: T) => number): void {
  const place = placeOf(list, item, compare)
  if (place === list.length) list.push(item)
  else list.splice(place, 0, item)
}

function remove<T>(list: T[], item: T, compare: (a: T, b: T) => number): void {
  const place = placeOf(list, item, compare)
  // Who leaves is mostly the first, and a list gives its first away without moving the rest.
  if (place === 0) list.shift()
  else list.splice(place, 1)
}
