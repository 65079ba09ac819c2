import type { Joined } from './bridges.ts'
import type { Sound } from './ear.ts'
import type { Note } from './sippRun.ts'

/** What one caller lived through; instants in epoch milliseconds, null for what never came. */
export interface Lived {
  number: string
  invited: number
  /** Answered by the telephone system: in the queue. */
  queued: number | null
  /** An agent's telephone was told to ring, for each time. */
  rings: readonly Ring[]
  /** In one bridge with an agent. */
  joined: number | null
  done: boolean
}

export interface Ring {
  agent: string
  at: number
  /** The agent's telephone was told that its answer arrived. */
  acknowledged: boolean
  /** The caller's first sound at the agent's ear. */
  heard: number | null
}

interface AgentRing extends Ring {
  /** As the telephone showed it; empty where it was not told. */
  caller: string
}

/** Rings of the agents' telephones with what their ears noted, oldest first. */
export function ringsOf(notes: readonly Note[], sounds: readonly Sound[]): AgentRing[] {
  const acknowledged = new Set(notes.filter(({ what }) => what === 'ack').map(({ words }) => words.join(' ')))
  const rings = notes.filter(({ what }) => what === 'ring')
  return rings.map(({ at, words: [agent = '', mouth = '', ...from] }) => ({
    agent,
    at,
    caller: /\+\d+/.exec(from.join(' '))?.[0] ?? '',
    acknowledged: acknowledged.has(`${agent} ${mouth}`),
    heard: sounds.find(([port, heardAt]) => port === Number(mouth) && heardAt >= at)?.[1] ?? null,
  }))
}

/** For each telephone the callers it was to be rung for, and when that was written down (epoch ms), oldest first. */
export type Owners = ReadonlyMap<string, readonly { caller: string; at: number }[]>

/** Both clocks are this machine's; one rounds to milliseconds. */
const CLOCK_MS = 5

/**
 * The callers with their rings. Our switchboard does not tell a telephone who calls: there a ring belongs to the caller
 * for whom that telephone was last ordered to ring before.
 */
export function livesOf(
  callers: readonly Note[],
  rings: readonly AgentRing[],
  joined: readonly Joined[],
  owners: Owners | null,
): Lived[] {
  const joinedAt = new Map(joined.map(({ number, at }) => [number, at]))
  const byCaller = Map.groupBy(rings, ({ agent, at, caller }) =>
    owners ? (owners.get(agent)?.findLast((order) => order.at <= at + CLOCK_MS)?.caller ?? '') : caller,
  )
  const noted = Map.groupBy(callers, ({ words }) => words[0] ?? '')
  return [...noted].map(([number, notes]) => ({
    number,
    invited: notes.find(({ what }) => what === 'invite')?.at ?? Number.NaN,
    queued: notes.find(({ what }) => what === 'up')?.at ?? null,
    rings: byCaller.get(number) ?? [],
    joined: joinedAt.get(number) ?? null,
    done: notes.some(({ what }) => what === 'done'),
  }))
}

/** Spoke with an agent and ended in good order. */
export const isGood = ({ done, rings }: Lived): boolean => done && rings.some(({ heard }) => heard !== null)

/** Where a call that failed got stuck. */
export function stuckAt({ done, queued, rings }: Lived): string {
  if (queued === null) return 'never picked up'
  if (rings.length === 0) return 'no agent rang'
  if (!rings.some(({ heard }) => heard !== null)) return 'never heard by an agent'
  return done ? 'nowhere' : 'no good-bye'
}
