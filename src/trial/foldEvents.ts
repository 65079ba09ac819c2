import { callersAgain } from './callersAgain.ts'
import type { DayFigures } from './contract.ts'
import { countCallbacks } from './countCallbacks.ts'
import { type CountedCall, countCalls } from './countFigures.ts'
import { localDay } from './localDay.ts'
import type { ToldEvent } from './toldEvents.ts'
import { countWaits } from './waits.ts'

interface Call extends CountedCall {
  id: string
  callerKey: string | null
  offeredAt: Date
  direction: 'in' | 'out'
  practice: boolean
}

interface Case {
  openedAt: Date
  practice: boolean
  outcome: string
}

interface Callback {
  windowEnd: Date
  practice: boolean
  promisedAt: Date
  promise: 'open' | 'kept' | 'broken' | 'withdrawn'
  cause: string | null
}

interface Attempt {
  startedAt: Date
  practice: boolean
  result: string | null
}

interface Proposal {
  calledAt: Date
  state: 'open' | 'accepted' | 'dismissed' | 'withdrawn'
}

/** What the events told so far, by subject. */
export interface Told {
  calls: Map<string, Call>
  cases: Map<string, Case>
  callbacks: Map<string, Callback>
  proposals: Map<string, Proposal>
  /** Tries by callback, in order. */
  attempts: Map<string, Attempt[]>
}

export const nothingTold = (): Told => ({
  calls: new Map(),
  cases: new Map(),
  callbacks: new Map(),
  proposals: new Map(),
  attempts: new Map(),
})

/** Takes one event in. Events come in the order they were written; the last word on a call counts. */
export function hear(told: Told, event: ToldEvent): void {
  switch (event.kind) {
    case 'call.offered':
    case 'call.answered':
    case 'call.ended':
    case 'call.corrected':
      return hearCall(told, event)
    case 'case.opened':
      told.cases.set(event.subjectId, { openedAt: event.at, ...event.data })
      return
    case 'callback.promised':
      told.callbacks.set(event.subjectId, {
        ...event.data,
        promisedAt: event.at,
        promise: 'open',
        cause: null,
      })
      return
    case 'callback.changed-by-citizen':
      return move(told, event)
    case 'callback.kept':
      return decide(told, event.subjectId, 'kept')
    case 'callback.broken':
      return decide(told, event.subjectId, 'broken', event.data.cause)
    case 'callback.withdrawn':
      return decide(told, event.subjectId, 'withdrawn')
    case 'proposal.made':
      told.proposals.set(event.subjectId, { ...event.data, state: 'open' })
      return
    case 'proposal.accepted':
      return endProposal(told, event.subjectId, 'accepted')
    case 'proposal.dismissed':
      return endProposal(told, event.subjectId, 'dismissed')
    case 'proposal.withdrawn':
      return endProposal(told, event.subjectId, 'withdrawn')
    case 'attempt.started':
    case 'attempt.closed':
      return hearAttempt(told, event)
  }
}

function hearCall(told: Told, event: Extract<ToldEvent, { kind: `call.${string}` }>): void {
  if (event.kind === 'call.offered') {
    const nothingYet = { answered: false, waitMs: null, reason: null, promise: null }
    told.calls.set(event.subjectId, {
      id: event.subjectId,
      offeredAt: event.at,
      ...event.data,
      waitedBeforeMs: waitedBefore(told, event.at, event.data.placeOf),
      ...nothingYet,
    })
    return
  }
  const call = told.calls.get(event.subjectId)
  if (!call) return
  if (event.kind === 'call.answered') {
    const { waitMs, kept } = event.data
    Object.assign(call, { answered: true, waitMs, promise: kept === null ? null : kept ? 'kept' : 'broken' })
    return
  }
  Object.assign(call, event.data)
}

/** From the first of the calls whose place a new one has to this one, in ms. @param placeOf the last of them */
function waitedBefore({ calls }: Told, offeredAt: Date, placeOf: string | null): number {
  const earlier = calls.get(placeOf ?? '')
  return earlier ? offeredAt.getTime() - earlier.offeredAt.getTime() + (earlier.waitedBeforeMs ?? 0) : 0
}

/** An open promise that the citizen moved counts for its new window only. */
function move(
  told: Told,
  { subjectId, data }: Extract<ToldEvent, { kind: 'callback.changed-by-citizen' }>,
): void {
  const callback = told.callbacks.get(subjectId)
  if (callback && data.what === 'window' && data.promiseMoved) callback.windowEnd = data.dueUntil
}

function decide(told: Told, id: string, promise: Callback['promise'], cause: string | null = null): void {
  const callback = told.callbacks.get(id)
  if (callback) Object.assign(callback, { promise, cause })
}

function endProposal(told: Told, id: string, state: Proposal['state']): void {
  const proposal = told.proposals.get(id)
  if (proposal) proposal.state = state
}

function hearAttempt(told: Told, event: Extract<ToldEvent, { kind: `attempt.${string}` }>): void {
  const tries = told.attempts.get(event.subjectId) ?? []
  if (event.kind === 'attempt.started') {
    const { practice } = event.data
    told.attempts.set(event.subjectId, [...tries, { startedAt: event.at, practice, result: null }])
    return
  }
  // Only one attempt of a callback can be open, so the last one is meant.
  const last = tries.at(-1)
  if (last) last.result = event.data.result
}

/** The figures of every day on which something counted, by local date. @param timeZone IANA name */
export function figuresByDay(told: Told, timeZone: string): Map<string, DayFigures> {
  const calls = byDay([...told.calls.values()].filter(counts), (call) => localDay(call.offeredAt, timeZone))
  const cases = byDay([...told.cases.values()].filter(hadContact), (c) => localDay(c.openedAt, timeZone))
  const promised = [...told.callbacks].map(([id, callback]) => ({
    ...callback,
    tries: (told.attempts.get(id) ?? []).filter(isTry),
  }))
  const callbacks = byDay(promised.filter(real), (c) => localDay(c.windowEnd, timeZone))
  const proposals = byDay([...told.proposals.values()], (p) => localDay(p.calledAt, timeZone))
  const attempts = byDay([...told.attempts.values()].flat().filter(real).filter(isTry), (a) =>
    localDay(a.startedAt, timeZone),
  )
  const days = new Set([calls, cases, callbacks, attempts, proposals].flatMap((map) => [...map.keys()]))
  return new Map(
    [...days].toSorted().map((day) => [
      day,
      {
        day,
        calls: countCalls(callersAgain(calls.get(day) ?? [])),
        waits: countWaits(calls.get(day) ?? []),
        cases: countCases(cases.get(day) ?? []),
        callbacks: { ...countCallbacks(callbacks.get(day) ?? []), ...countAttempts(attempts.get(day) ?? []) },
        proposals: countProposals(proposals.get(day) ?? []),
      },
    ]),
  )
}

const real = ({ practice }: { practice: boolean }): boolean => !practice
/** Nobody spoke about a report when it came. */
const hadContact = (c: Case): boolean => real(c) && c.outcome !== 'report'
/** Who called us meanwhile was not tried. */
const isTry = ({ result }: Attempt): boolean => result !== 'called-back-meanwhile'
const counts = (call: Call): boolean => real(call) && call.direction === 'in'

const byDay = <T>(items: readonly T[], dayOf: (item: T) => string): Map<string, T[]> =>
  Map.groupBy(items, dayOf)

const countCases = (cases: readonly Case[]): DayFigures['cases'] => ({
  opened: cases.length,
  settledInCall: cases.filter((c) => c.outcome === 'settled').length,
  handedOver: cases.filter((c) => c.outcome === 'hand-over').length,
})

const countAttempts = (attempts: readonly Attempt[]) => ({
  attempts: attempts.length,
  reached: attempts.filter((a) => a.result === 'reached').length,
})

const countProposals = (proposals: readonly Proposal[]): DayFigures['proposals'] => {
  const count = (state: Proposal['state']): number => proposals.filter((p) => p.state === state).length
  return {
    made: proposals.length,
    accepted: count('accepted'),
    dismissed: count('dismissed'),
    withdrawn: count('withdrawn'),
  }
}
