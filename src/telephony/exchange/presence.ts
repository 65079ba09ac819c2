import type { PresenceState } from '../../desk/contract.ts'
import type { Agent } from '../distribution/model.ts'

/** The word for people of what an agent is doing. @param practice whether the call in hand is played */
export function presenceOf(agent: Agent, practice: boolean): PresenceState {
  if (agent.phase === 'dialling' || agent.phase === 'assisting') return 'in-call'
  if (agent.phase === 'in-call' && practice) return 'training'
  return agent.phase
}
