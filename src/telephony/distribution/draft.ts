// One event's changes while they are being worked out, on top of a floor that is only read.
import type { Agent, Caller, Change, Command, MissedHow, Phase, Rules } from './model.ts'
import type { Floor } from './state.ts'

export class Draft {
  readonly floor: Floor
  readonly rules: Rules
  readonly at: number
  readonly agents: Agent[] = []
  readonly callers: Caller[] = []
  readonly goneAgents: string[] = []
  readonly #goneCallers: string[] = []
  readonly #commands: Command[] = []
  /** Unchanged agents whose back-off is over. */
  readonly looked: Agent[] = []

  constructor(floor: Floor, rules: Rules, at: number) {
    this.floor = floor
    this.rules = rules
    this.at = at
  }

  change(): Change {
    return {
      agents: this.agents,
      callers: this.callers,
      goneAgents: this.goneAgents,
      goneCallers: this.#goneCallers,
      commands: this.#commands,
    }
  }

  agent(id: string | null): Agent | undefined {
    if (id === null || this.goneAgents.includes(id)) return undefined
    for (const agent of this.agents) if (agent.id === id) return agent
    return this.floor.agents.get(id)
  }

  caller(id: string | null): Caller | undefined {
    if (id === null || this.#goneCallers.includes(id)) return undefined
    for (const caller of this.callers) if (caller.id === id) return caller
    return this.floor.callers.get(id)
  }

  /** What the floor says of them no longer holds. */
  hasAgent(id: string): boolean {
    return this.agents.some((agent) => agent.id === id) || this.goneAgents.includes(id)
  }

  hasCaller(id: string): boolean {
    return this.callers.some((caller) => caller.id === id) || this.#goneCallers.includes(id)
  }

  setAgent(agent: Agent): void {
    const index = this.agents.findIndex((known) => known.id === agent.id)
    if (index >= 0) this.agents[index] = agent
    else this.agents.push(agent)
  }

  setCaller(caller: Caller): void {
    const index = this.callers.findIndex((known) => known.id === caller.id)
    if (index >= 0) this.callers[index] = caller
    else this.callers.push(caller)
  }

  removeAgent(id: string): void {
    const index = this.agents.findIndex((known) => known.id === id)
    if (index >= 0) this.agents.splice(index, 1)
    this.goneAgents.push(id)
  }

  removeCaller(id: string): void {
    const index = this.callers.findIndex((known) => known.id === id)
    if (index >= 0) this.callers.splice(index, 1)
    this.#goneCallers.push(id)
  }

  order(command: Command): void {
    this.#commands.push(command)
  }

  look(agent: Agent): void {
    this.looked.push(agent)
  }

  /** The pair, when this very offer still stands. */
  offered(callId: string, agentId: string): [Caller, Agent] | [null, null] {
    const caller = this.caller(callId)
    const agent = this.agent(agentId)
    const stands = caller?.agentId === agentId && !caller.connected && agent?.phase === 'offered'
    return stands ? [caller, agent] : [null, null]
  }

  /** Ends the offer in an agent's hand; the caller waits again in the old place. @param agent as it is from now on */
  endOffer(agent: Agent, how: MissedHow): void {
    const caller = this.caller(agent.callId)
    if (!caller) return
    this.order({ kind: 'withdraw', callId: caller.id, agentId: agent.id, how })
    this.unoffer(agent)
    if (caller.onlyFor !== null) this.drop(caller)
    else this.setCaller({ ...caller, agentId: null, offerUntil: 0, missed: caller.missed + 1 })
  }

  /** Takes a caller out of the hands it is offered to, if any, and changes it. */
  takeBack(caller: Caller, how: MissedHow, to: Partial<Caller>): void {
    const agent = this.agent(caller.agentId)
    if (agent) {
      this.order({ kind: 'withdraw', callId: caller.id, agentId: agent.id, how })
      this.unoffer(agent)
    }
    this.setCaller({ ...caller, agentId: null, offerUntil: 0, ...to })
  }

  /** The line's number outside is rung; nobody here is, meanwhile. */
  sendOutside(caller: Caller): void {
    this.setCaller({ ...caller, where: 'overflow', overflowAt: 0 })
    this.order({ kind: 'overflow', callId: caller.id })
  }

  drop(caller: Caller): void {
    this.removeCaller(caller.id)
    this.order({ kind: 'drop', callId: caller.id })
  }

  /** Back from work: idle time begins now. */
  rest(agent: Agent): void {
    const phase = agent.ready ? 'available' : 'not-ready'
    this.setAgent({ ...agent, phase, since: this.at, callId: null })
  }

  restFrom(phase: Phase, agentId: string): void {
    const agent = this.agent(agentId)
    if (agent?.phase === phase) this.rest(agent)
  }

  /** Back from an offer: who was idle before it is no less idle now. */
  unoffer(agent: Agent): void {
    const phase = agent.ready ? 'available' : 'not-ready'
    this.setAgent({ ...agent, phase, since: agent.ready ? agent.since : this.at, callId: null })
  }
}
