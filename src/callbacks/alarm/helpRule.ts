import { overlaps, type TimeRange } from '../../shared/timeRange.ts'
import type { Help } from './contract.ts'

/** A colleague of the team, as far as it decides who can help. */
export interface Colleague {
  id: string
  name: string
  /** When they are on duty from now on. */
  onDuty: readonly TimeRange[]
  /** Callbacks they have in hand. */
  inHand: number
}

export interface HelpFacts {
  /** What is left of the promised window. */
  left: TimeRange
  ownerId: string | null
  /** Stands in for the owner; null when nobody is named. */
  deputyId: string | null
  colleagues: readonly Colleague[]
  /** Other teams with the windows in which they have room. */
  teams: readonly { id: string; name: string; free: readonly TimeRange[] }[]
  /** The next free window of the own team after the promised one, as spoken; null when none is known. */
  later: string | null
  /** The citizen was asked for a later window already. */
  asked: boolean
  /** All on duty together do not get to it in time. */
  overloaded: boolean
}

export interface Proposal {
  help: Help
  text: string
}

/**
 * What helps, best first: the deputy of an owner who is not there, or a colleague on duty, whoever has least in hand, for
 * what nobody has who is there; another team with room in the window; asking the citizen for a later window. Where all on
 * duty together have too much, giving it to one of them comes last: it takes the place of another.
 */
export function helpsFor(facts: HelpFacts): Proposal[] {
  const { left, teams, later, asked, overloaded } = facts
  const given = takerOf(facts)
  const team = teams.find(({ free }) => free.some((range) => overlaps(range, left)))
  const elsewhere: Proposal[] = [
    ...(team
      ? [{ help: { kind: 'pass-on', teamId: team.id } as const, text: `An ${team.name} weitergeben` }]
      : []),
    ...(asked
      ? []
      : [{ help: { kind: 'ask-later' } as const, text: `Um später bitten${later ? `: ${later}` : ''}` }]),
  ]
  return overloaded ? [...elsewhere, ...given] : [...given, ...elsewhere]
}

/** Who of the team takes it; nobody while its owner is there. */
function takerOf({ left, ownerId, deputyId, colleagues }: HelpFacts): Proposal[] {
  const there = colleagues
    .filter(({ onDuty }) => onDuty.some((range) => overlaps(range, left)))
    .toSorted((a, b) => a.inHand - b.inHand || a.name.localeCompare(b.name, 'de') || a.id.localeCompare(b.id))
  if (there.some(({ id }) => id === ownerId)) return []
  const deputy = ownerId === null ? undefined : there.find(({ id }) => id === deputyId)
  const taker = deputy ?? there[0]
  return taker ? [give(taker, taker === deputy)] : []
}

const give = ({ id, name }: Colleague, isDeputy: boolean): Proposal => ({
  help: { kind: 'give', ownerId: id },
  text: isDeputy ? `An ${name} geben (Vertretung)` : `An ${name} geben`,
})
