import type { AutomaticReason } from './automaticRule.ts'

/** All that decides where a mail belongs. Cases are named by their id. */
export interface ThreadFacts {
  /** Of the ids in it that we signed, newest first. */
  ownIds: readonly string[]
  /** It names an id that looks like ours and is not. */
  forgedIds: boolean
  /** Found by a number in the subject. */
  subjectCases: readonly string[]
  senderKnownTo(caseId: string): boolean
  caseState(caseId: string): CaseStanding
  automatic: AutomaticReason | null
  fromFault: 'none' | 'several' | 'unreadable' | null
  /** Its own id is one of ours. */
  ours: boolean
}

export type CaseStanding = 'open' | 'ended-recently' | 'ended-long-ago' | { mergedInto: string }

export type Thread =
  | { kind: 'append'; caseId: string; reopens: boolean }
  | { kind: 'new'; mentions: string | null }
  | { kind: 'quarantine'; why: Waiting }
  /** Kept and shown, and changes nothing. */
  | { kind: 'automatic'; caseId: string | null }
  | { kind: 'own' }

/** Why a person decides. */
export type Waiting =
  | 'from-none'
  | 'from-several'
  | 'from-unreadable'
  | 'stranger'
  | 'forged'
  | 'several-numbers'

/**
 * Where a mail belongs that is no bounce. What we signed comes first, a number in the subject last and only from somebody the case knows; a
 * stranger's answer waits for a person, whatever it quotes. What machines wrote never changes anything.
 */
export function threadOf(facts: ThreadFacts): Thread {
  if (facts.ours) return { kind: 'own' }
  const [signed] = facts.ownIds
  if (facts.automatic !== null) return { kind: 'automatic', caseId: signed ?? null }
  if (facts.fromFault !== null) return { kind: 'quarantine', why: `from-${facts.fromFault}` }
  if (signed !== undefined) {
    return facts.senderKnownTo(signed) ? into(facts, signed) : { kind: 'quarantine', why: 'stranger' }
  }
  if (facts.forgedIds) return { kind: 'quarantine', why: 'forged' }
  return byNumber(facts)
}

function byNumber(facts: ThreadFacts): Thread {
  const named = [...new Set(facts.subjectCases)]
  if (named.length > 1) return { kind: 'quarantine', why: 'several-numbers' }
  const [only] = named
  if (only === undefined) return { kind: 'new', mentions: null }
  return facts.senderKnownTo(only) ? into(facts, only) : { kind: 'new', mentions: only }
}

/** Merged reports lead to the one that is worked; a chain has an end, and so has our patience with it. */
const LONGEST_CHAIN = 20

function into(facts: ThreadFacts, named: string): Thread {
  let caseId = named
  for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
    const standing = facts.caseState(caseId)
    if (typeof standing === 'object') caseId = standing.mergedInto
    else if (standing === 'ended-long-ago') return { kind: 'new', mentions: caseId }
    else return { kind: 'append', caseId, reopens: standing === 'ended-recently' }
  }
  return { kind: 'new', mentions: named }
}
