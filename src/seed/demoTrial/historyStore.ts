import { randomInt } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Attempt, Call, Callback, Case, Event } from '../../platform/db/tables.generated.ts'
import { newId } from '../../platform/ids.ts'
import { makeCaseNumber } from '../../shared/caseNumber.ts'
import type { DemoCall, DemoCallback, DemoCase } from './history.ts'

/** Who and what the history is about. */
export interface Cast {
  cityId: string
  casePrefix: string
  lineId: string
  serviceDeskId: string
  officeId: string
  agentIds: readonly string[]
  clerkIds: readonly string[]
}

interface Rows {
  calls: Insertable<Call>[]
  cases: Insertable<Case>[]
  callbacks: Insertable<Callback>[]
  attempts: Insertable<Attempt>[]
  events: Insertable<Event>[]
}

/** So many rows in one statement: PostgreSQL takes 65,535 values. */
const AT_ONCE = 1_000

/** Writes a past with its events, as the rooms would have; those of one call in their order. */
export async function insertHistory(
  tx: Tx,
  cast: Cast,
  history: readonly (DemoCall | DemoCase)[],
): Promise<void> {
  const rows: Rows = { calls: [], cases: [], callbacks: [], attempts: [], events: [] }
  const numbers = new Set<string>()
  for (const [n, one] of history.entries()) {
    const call = 'call' in one ? one.call : one
    const callId = addCall(rows, cast, call, n)
    if ('call' in one) addCase(rows, cast, one, callId, drawnFrom(numbers, cast.casePrefix), n)
  }
  await inParts(rows.calls, (part) => tx.insertInto('call').values(part).execute())
  await inParts(rows.cases, (part) => tx.insertInto('case').values(part).execute())
  await inParts(rows.callbacks, (part) => tx.insertInto('callback').values(part).execute())
  await inParts(rows.attempts, (part) => tx.insertInto('attempt').values(part).execute())
  await inParts(rows.events, (part) => tx.insertInto('event').values(part).execute())
}

async function inParts<T>(all: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await insert(all.slice(from, from + AT_ONCE))
}

/** Another number than those drawn before. */
function drawnFrom(numbers: Set<string>, prefix: string): string {
  for (;;) {
    const number = makeCaseNumber(prefix, (n) => randomInt(n))
    if (numbers.has(number)) continue
    numbers.add(number)
    return number
  }
}

interface Told {
  at: number
  kind: string
  subjectId: string
  caseId?: string
  actorId?: string
  data: object
}

function tell(
  { events }: Rows,
  { cityId }: Cast,
  { at, kind, subjectId, caseId, actorId, data }: Told,
): void {
  events.push({
    city_id: cityId,
    id: newId(at),
    at: new Date(at),
    actor_kind: actorId ? 'account' : 'system',
    actor_id: actorId ?? null,
    kind,
    version: 1,
    subject_id: subjectId,
    case_id: caseId ?? null,
    data: JSON.stringify(data),
  })
}

const PROMISED_MS = 15_000
const one = <T>(of: readonly T[], n: number): T => of[n % of.length]!

function addCall(rows: Rows, cast: Cast, { offeredAt, waitMs, talkMs }: DemoCall, n: number): string {
  const id = newId(offeredAt)
  const answered = talkMs !== null
  const endedAt = offeredAt + waitMs + (talkMs ?? 0)
  const agentId = answered ? one(cast.agentIds, n) : null
  // Who leaves within 15 s was promised nothing yet.
  const promise = waitMs > PROMISED_MS ? 'broken' : answered ? 'kept' : null
  const cause = promise === 'broken' ? 'all-busy' : null
  const reason = answered ? 'caller-hung-up' : 'abandoned'
  rows.calls.push({
    city_id: cast.cityId,
    id,
    source: 'asterisk',
    source_key: `demo-${id}`,
    line_id: cast.lineId,
    team_id: cast.serviceDeskId,
    state: 'ended',
    offered_at: new Date(offeredAt),
    answered_at: answered ? new Date(offeredAt + waitMs) : null,
    ended_at: new Date(endedAt),
    wait_ms: waitMs,
    talk_ms: talkMs,
    agent_id: agentId,
    end_reason: reason,
    answer_promise: promise,
    answer_cause: cause,
  })
  const offered = {
    lineId: cast.lineId,
    source: 'asterisk',
    practice: false,
    direction: 'in',
    outsideHours: false,
  }
  tell(rows, cast, { at: offeredAt, kind: 'call.offered', subjectId: id, data: offered })
  if (answered) {
    const data = { agentId, waitMs, kept: promise === 'kept', cause, practice: false }
    tell(rows, cast, { at: offeredAt + waitMs, kind: 'call.answered', subjectId: id, data })
  }
  const data = { reason, practice: false, answered, waitMs, talkMs, promise, cause }
  tell(rows, cast, { at: endedAt, kind: 'call.ended', subjectId: id, data })
  return id
}

function addCase(
  rows: Rows,
  cast: Cast,
  { call, outcome, callback }: DemoCase,
  callId: string,
  number: string,
  n: number,
): void {
  const openedAt = call.offeredAt + call.waitMs + (call.talkMs ?? 0)
  const id = newId(openedAt)
  const actorId = one(cast.agentIds, n)
  const closedAt = callback ? doneAt(callback) : openedAt
  rows.cases.push({
    city_id: cast.cityId,
    id,
    number,
    channel: 'phone',
    call_id: callId,
    line_id: cast.lineId,
    team_id: cast.officeId,
    reason: 'Beispiel-Anliegen (erfunden)',
    intake_outcome: outcome,
    state: 'settled',
    opened_at: new Date(openedAt),
    opened_by: actorId,
    closed_at: new Date(closedAt),
  })
  const opened = {
    callId,
    channel: 'phone',
    serviceId: null,
    teamId: cast.officeId,
    practice: false,
    outcome,
  }
  tell(rows, cast, { at: openedAt, kind: 'case.opened', subjectId: id, caseId: id, actorId, data: opened })
  if (callback)
    addCallback(rows, cast, callback, { caseId: id, promisedAt: openedAt, promisedBy: actorId, n })
  const closed = { outcome: 'settled', practice: false }
  tell(rows, cast, { at: closedAt, kind: 'case.closed', subjectId: id, caseId: id, data: closed })
}

const RINGS_MS = 9_000
const WRITES_MS = 40_000

/** When the last attempt's outcome is written down. */
const doneAt = ({ attempts }: DemoCallback): number => {
  const { startedAt, talkMs } = attempts.at(-1)!
  return startedAt + RINGS_MS + talkMs + WRITES_MS
}

function addCallback(
  rows: Rows,
  cast: Cast,
  callback: DemoCallback,
  {
    caseId,
    promisedAt,
    promisedBy,
    n,
  }: { caseId: string; promisedAt: number; promisedBy: string; n: number },
): void {
  const { window, kept, attempts } = callback
  const id = newId(promisedAt)
  const clerkId = one(cast.clerkIds, n)
  const [from, to] = [new Date(window.start), new Date(window.end)]
  const keptAt = attempts[0]!.startedAt + RINGS_MS / 3
  rows.callbacks.push({
    city_id: cast.cityId,
    id,
    case_id: caseId,
    team_id: cast.officeId,
    window_start: from,
    window_end: to,
    promised_at: new Date(promisedAt),
    promised_by: promisedBy,
    promise: kept ? 'kept' : 'broken',
    decided_at: kept ? new Date(keptAt) : to,
    cause: kept ? null : 'nobody-took-it',
    state: 'done',
    due_from: from,
    due_until: to,
    owner_id: clerkId,
    taken_at: new Date(attempts[0]!.startedAt - WRITES_MS),
    attempts: attempts.length,
    outcome: 'settled',
    done_at: new Date(doneAt(callback)),
  })
  const say = (at: number, kind: string, data: object, actorId?: string) =>
    tell(rows, cast, { at, kind, subjectId: id, caseId, data, ...(actorId ? { actorId } : {}) })
  const range = { windowStart: from.toISOString(), windowEnd: to.toISOString() }
  say(
    promisedAt,
    'callback.promised',
    { caseId, teamId: cast.officeId, ...range, practice: false },
    promisedBy,
  )
  if (!kept) say(window.end, 'callback.broken', { practice: false, cause: 'nobody-took-it' })
  say(attempts[0]!.startedAt - WRITES_MS, 'callback.taken', { ownerId: clerkId }, clerkId)
  for (const [index, attempt] of attempts.entries())
    addAttempt(rows, cast, attempt, { id, caseId, clerkId, number: index + 1, keeps: kept && index === 0 })
  say(doneAt(callback), 'callback.done', { outcome: 'settled', practice: false }, clerkId)
}

function addAttempt(
  rows: Rows,
  cast: Cast,
  { startedAt, reached, talkMs }: DemoCallback['attempts'][number],
  {
    id,
    caseId,
    clerkId,
    number,
    keeps,
  }: { id: string; caseId: string; clerkId: string; number: number; keeps: boolean },
): void {
  const rangAt = startedAt + RINGS_MS / 3
  const hungUpAt = startedAt + RINGS_MS + talkMs
  const closedAt = hungUpAt + WRITES_MS
  const result = reached ? 'reached' : 'no-answer'
  rows.attempts.push({
    city_id: cast.cityId,
    id: newId(startedAt),
    callback_id: id,
    number,
    account_id: clerkId,
    via: 'asterisk',
    started_at: new Date(startedAt),
    rang_at: new Date(rangAt),
    answered_at: reached ? new Date(startedAt + RINGS_MS) : null,
    hung_up_at: new Date(hungUpAt),
    closed_at: new Date(closedAt),
    result,
  })
  const say = (at: number, kind: string, data: object) =>
    tell(rows, cast, { at, kind, subjectId: id, caseId, actorId: clerkId, data })
  say(startedAt, 'attempt.started', { callbackId: id, via: 'asterisk', number, practice: false })
  say(rangAt, 'attempt.rang', { callbackId: id })
  if (keeps)
    say(rangAt, 'callback.kept', { practice: false, at: new Date(rangAt).toISOString(), earlyMs: null })
  if (reached) say(startedAt + RINGS_MS, 'attempt.answered', { callbackId: id })
  say(hungUpAt, 'attempt.hung-up', { callbackId: id })
  say(closedAt, 'attempt.closed', { callbackId: id, result, practice: false })
}
