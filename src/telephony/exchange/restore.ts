import { linesOf } from '../../city/index.ts'
import type { Platform } from '../../platform/context.ts'
import type { AnswerPromise } from './answerPromise.ts'
import { NO_ESCALATION, type Agent, type Caller, type State } from '../distribution/model.ts'
import { FRONT } from '../distribution/distribution.ts'
import type { Exchange } from './exchange.ts'
import type { LiveCall } from './liveCall.ts'
import { destinationOf, type RoutedLine } from './routing.ts'
import * as store from '../store.ts'

type StoredCall = Awaited<ReturnType<typeof store.liveCalls>>[number]
type StoredPresence = Awaited<ReturnType<typeof store.presentAccounts>>[number]

/**
 * Gives an exchange back what the tables know from an earlier process: who waits (in the old place), who talks, who is
 * at the desk. Played callers did not outlive that process; real ones are compared with the telephone system next.
 */
export async function restoreExchange(
  { db }: Platform,
  cityId: string,
  exchange: Exchange,
  hasTelephone: boolean,
): Promise<readonly Agent[]> {
  const real = await store.liveCalls(db, cityId, 'asterisk')
  const played = await store.liveCalls(db, cityId, 'training')
  const legs = await store.liveLegs(db)
  const lines = await linesOf(db, cityId)
  const stored = [...real, ...played]
  const calls = stored.map((call) => {
    const isSpeaking = ({ party, account_id }: (typeof legs)[number]): boolean =>
      isOutside(call)
        ? party === 'overflow'
        : (party === 'agent' || party === 'consulted') && account_id === call.agentId
    const leg = legs.find((l) => l.call_id === call.id && l.answered_at !== null && isSpeaking(l))
    return liveCallOf(call, leg?.id ?? null)
  })
  const present = await store.presentAccounts(db, cityId)
  const agents = present.map((row) => agentOf(row, stored))
  await exchange.restore(stateOf(agents, stored, lines), calls)
  for (const call of hasTelephone ? played : stored) await exchange.end(call.id, 'unknown')
  return agents
}

/** Somebody outside has the caller. */
const isOutside = ({ state, agentId }: StoredCall): boolean => state === 'connected' && agentId === null

function stateOf(
  agents: readonly Agent[],
  stored: readonly StoredCall[],
  lines: readonly RoutedLine[],
): State {
  const byId = new Map(agents.map((agent) => [agent.id, agent]))
  const callers = stored.map((call) =>
    callerOf(
      call,
      byId,
      lines.find(({ id }) => id === call.lineId),
    ),
  )
  return { agents: byId, callers: new Map(callers.map((caller) => [caller.id, caller])) }
}

function callerOf(
  call: StoredCall,
  agents: ReadonlyMap<string, Agent>,
  line: RoutedLine | undefined,
): Caller {
  const isTalking = call.state === 'connected' && agents.get(call.agentId ?? '')?.callId === call.id
  const nowhere = { lineId: call.lineId ?? '', teams: [], needs: [], ...NO_ESCALATION }
  return {
    ...(line ? destinationOf(line, call.offeredAt) : nowhere),
    // A lead may have moved the caller to another team.
    ...(call.movedTeamId ? { teams: [call.movedTeamId] } : {}),
    id: call.id,
    // Who was answered before and waits again is in front of those who only wait.
    priority: call.answeredAt && !isTalking ? FRONT : call.priority,
    since: (call.placeSince ?? call.offeredAt).getTime(),
    onlyFor: null,
    prefers: null,
    prefersUntil: 0,
    where: isOutside(call) ? 'overflow' : 'queue',
    agentId: isTalking ? call.agentId : null,
    connected: isTalking || isOutside(call),
    offerUntil: 0,
    offerCut: false,
    missed: 0,
    obstacle: null,
  }
}

function agentOf(row: StoredPresence, stored: readonly StoredCall[]): Agent {
  const talksTo = stored.find((call) => call.state === 'connected' && call.agentId === row.account_id)
  const wasReady = ['available', 'offered', 'wrap-up'].includes(row.state)
  const ready = wasReady || (row.state === 'in-call' && row.call_id !== null)
  const inHand = { phase: 'in-call', callId: talksTo?.id ?? null } as const
  const atRest = { phase: ready ? 'available' : 'not-ready', callId: null } as const
  const wrapUp = { phase: 'wrap-up', callId: row.call_id } as const
  const doing = talksTo ? inHand : row.state === 'wrap-up' ? wrapUp : atRest
  return {
    id: row.account_id,
    teams: row.teams,
    skills: row.skills,
    since: row.since.getTime(),
    ready,
    backOffUntil: 0,
    ...doing,
  }
}

function liveCallOf(call: StoredCall, legId: string | null): LiveCall {
  const monoOf = (at: Date): number => performance.now() - (Date.now() - at.getTime())
  const { id, agentId, answeredAt, offeredAt, waitMs } = call
  const answer =
    answeredAt && waitMs !== null
      ? { agentId, mono: monoOf(answeredAt), waitMs, promise: promiseOf(call) }
      : null
  return {
    id,
    source: call.source === 'training' ? 'training' : 'asterisk',
    caller: call.caller,
    offeredAt,
    offeredMono: monoOf(offeredAt),
    answer,
    legId,
    talkedTo: answer ? agentId : null,
    linkLost: answer === null,
    // Before an answer only the voice menu opens a case.
    promised: answer === null && call.caseId !== null,
    work: Promise.resolve(),
  }
}

function promiseOf({ promise, cause }: StoredCall): AnswerPromise | null {
  if (promise === 'kept') return { kept: true, cause: null }
  return promise === 'broken' ? { kept: false, cause: cause ?? 'unknown' } : null
}
