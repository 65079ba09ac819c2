import { sql, type Insertable, type Updateable } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { Call, Leg, Presence } from '../platform/db/tables.generated.ts'
import type { AnswerCause, CallSource, EndReason } from './events.ts'

/** A call as other rooms read it; times and durations in milliseconds. */
export interface CallRecord {
  id: string
  source: CallSource
  practice: boolean
  direction: 'in' | 'out'
  lineId: string | null
  /** The line that the caller was handed over to; null while it is the one that was called. */
  servedLineId: string | null
  /** E.164; null when withheld. */
  caller: string | null
  state: 'waiting' | 'connected' | 'ended'
  offeredAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  waitMs: number | null
  talkMs: number | null
  agentId: string | null
  endReason: EndReason | null
  promise: 'open' | 'kept' | 'broken' | null
  cause: AnswerCause | null
  caseId: string | null
  /** Since when the caller has a place in line, when it was regained from an earlier call. */
  placeSince: Date | null
}

const calls = (reader: Reader, cityId: string) =>
  reader.selectFrom('call').selectAll('call').where('call.city_id', '=', cityId)

type CallRow = Awaited<ReturnType<ReturnType<typeof calls>['execute']>>[number]

const toRecord = (row: CallRow): CallRecord => ({
  id: row.id,
  source: row.source,
  practice: row.source === 'training',
  direction: row.direction,
  lineId: row.line_id,
  servedLineId: row.served_line_id,
  caller: row.caller,
  state: row.state,
  offeredAt: row.offered_at,
  answeredAt: row.answered_at,
  endedAt: row.ended_at,
  waitMs: row.wait_ms,
  talkMs: row.talk_ms,
  agentId: row.agent_id,
  endReason: row.end_reason,
  promise: row.answer_promise,
  cause: row.answer_cause,
  caseId: row.case_id,
  placeSince: row.place_since,
})

export async function callById(reader: Reader, cityId: string, id: string): Promise<CallRecord | null> {
  const row = await calls(reader, cityId).where('call.id', '=', id).executeTakeFirst()
  return row ? toRecord(row) : null
}

/** Calls offered from `from` (inclusive) to `to` (exclusive), of every source, practice too; oldest first. */
export async function callsBetween(
  reader: Reader,
  cityId: string,
  from: Date,
  to: Date,
): Promise<CallRecord[]> {
  const rows = await calls(reader, cityId)
    .where('offered_at', '>=', from)
    .where('offered_at', '<', to)
    .orderBy('offered_at')
    .orderBy('id')
    .execute()
  return rows.map(toRecord)
}

/** A call that has not ended, with where it waits. */
export interface LiveCallRecord extends CallRecord {
  sourceKey: string
  teamId: string | null
  /** As a lead set it. */
  priority: number
  movedTeamId: string | null
}

/** Calls of one source that have not ended, with their name in the source. */
export async function liveCalls(
  reader: Reader,
  cityId: string,
  source: CallSource,
): Promise<LiveCallRecord[]> {
  const rows = await calls(reader, cityId)
    .leftJoin('line', (j) => j.onRef('line.city_id', '=', 'call.city_id').onRef('line.id', '=', 'line_id'))
    .select('answering_team_id')
    .where('source', '=', source)
    .where('state', '<>', 'ended')
    .orderBy('offered_at')
    .execute()
  return rows.map((row) => ({
    ...toRecord(row),
    sourceKey: row.source_key,
    teamId: row.answering_team_id,
    priority: row.priority,
    movedTeamId: row.team_id,
  }))
}

/** Whether a call of this name in its source is on record. */
export async function callBySource(reader: Reader, cityId: string, sourceKey: string): Promise<boolean> {
  const row = await calls(reader, cityId)
    .where('source', '=', 'asterisk')
    .where('source_key', '=', sourceKey)
    .executeTakeFirst()
  return row !== undefined
}

/** The call of this number that waits or talks now, of our own telephone; the newest. @param number E.164 */
export async function liveCallOfNumber(
  reader: Reader,
  cityId: string,
  number: string,
): Promise<CallRecord | null> {
  const row = await calls(reader, cityId)
    .where('caller', '=', number)
    .where('source', '=', 'asterisk')
    .where('direction', '=', 'in')
    .where('state', '<>', 'ended')
    .orderBy('offered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toRecord(row) : null
}

export async function insertCall(tx: Tx, row: Insertable<Call>): Promise<void> {
  await tx.insertInto('call').values(row).execute()
}

export async function updateCall(tx: Tx, cityId: string, id: string, row: Updateable<Call>): Promise<void> {
  await tx.updateTable('call').set(row).where('city_id', '=', cityId).where('id', '=', id).execute()
}

export async function insertLeg(tx: Reader, row: Insertable<Leg>): Promise<void> {
  await tx.insertInto('leg').values(row).execute()
}

export async function updateLeg(tx: Reader, cityId: string, id: string, row: Updateable<Leg>): Promise<void> {
  await tx.updateTable('leg').set(row).where('city_id', '=', cityId).where('id', '=', id).execute()
}

/** Legs that have not ended, of every city. */
export function liveLegs(reader: Reader) {
  return reader.selectFrom('leg').selectAll().where('ended_at', 'is', null).orderBy('created_at').execute()
}

export async function savePresence(tx: Tx, row: Insertable<Presence>): Promise<void> {
  const { state, since, call_id } = row
  await tx
    .insertInto('presence')
    .values(row)
    .onConflict((c) => c.columns(['city_id', 'account_id']).doUpdateSet({ state, since, call_id }))
    .execute()
}

/** Why somebody takes no calls; null while they do. */
export async function savePauseReason(
  writer: Reader,
  cityId: string,
  accountId: string,
  reason: Presence['reason'],
): Promise<void> {
  await writer
    .updateTable('presence')
    .set({ reason })
    .where('city_id', '=', cityId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Who was at a desk when a process last wrote it down, with their teams. */
export function presentAccounts(reader: Reader, cityId: string) {
  return reader
    .selectFrom('presence as p')
    .leftJoin('account_team as t', (j) =>
      j.onRef('t.city_id', '=', 'p.city_id').onRef('t.account_id', '=', 'p.account_id'),
    )
    .select(['p.account_id', 'p.state', 'p.since', 'p.call_id', 'p.reason'])
    .select(
      sql<string[]>`coalesce(array_agg(t.team_id) filter (where t.team_id is not null), '{}')`.as('teams'),
    )
    .innerJoin('account as a', (j) =>
      j.onRef('a.city_id', '=', 'p.city_id').onRef('a.id', '=', 'p.account_id'),
    )
    .select('a.skills')
    .where('p.city_id', '=', cityId)
    .where('p.state', '<>', 'offline')
    .groupBy(['p.account_id', 'p.state', 'p.since', 'p.call_id', 'p.reason', 'a.skills'])
    .execute()
}

/** What this person can do that not everybody can. */
export async function skillsOf(reader: Reader, cityId: string, accountId: string): Promise<string[]> {
  const row = await reader
    .selectFrom('account')
    .select('skills')
    .where('city_id', '=', cityId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.skills ?? []
}

/** Whether the agent has completed the record of this call; the desk writes it. */
export async function recordComplete(reader: Reader, cityId: string, callId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('intake')
    .select('completed_at')
    .where('city_id', '=', cityId)
    .where('call_id', '=', callId)
    .executeTakeFirst()
  return row?.completed_at != null
}

/** The record of a call is to be written, even where nothing was typed yet. */
export async function beginIntake(
  tx: Tx,
  { cityId, clock }: Pick<Context, 'cityId' | 'clock'>,
  { callId, accountId }: { callId: string; accountId: string },
): Promise<void> {
  const row = { city_id: cityId, call_id: callId, account_id: accountId }
  await tx
    .insertInto('intake')
    .values({ ...row, draft: '{}', updated_at: clock.now() })
    .onConflict((c) => c.columns(['city_id', 'call_id']).doNothing())
    .execute()
}

/** What was written down so far goes with the caller to whoever has the call now. */
export async function handIntakeOn(tx: Tx, cityId: string, callId: string, accountId: string): Promise<void> {
  await tx
    .updateTable('intake')
    .set({ account_id: accountId })
    .where('city_id', '=', cityId)
    .where('call_id', '=', callId)
    .where('completed_at', 'is', null)
    .execute()
}

/** Ids of every city, in order. */
export async function cityIds(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('city').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Takes or renews a lease by the database's clock. @returns whether `holder` has it now */
export async function takeLease(
  reader: Reader,
  name: string,
  holder: string,
  seconds: number,
): Promise<boolean> {
  const until = sql<string>`now() + make_interval(secs => ${seconds}::float8)`
  const row = await reader
    .insertInto('lease')
    .values({ name, holder, expires_at: until })
    .onConflict((c) =>
      c
        .column('name')
        .doUpdateSet({ holder, expires_at: until })
        .where((eb) =>
          eb.or([eb('lease.holder', '=', holder), eb('lease.expires_at', '<', sql<Date>`now()`)]),
        ),
    )
    .returning('holder')
    .executeTakeFirst()
  return row !== undefined
}

export async function dropLease(reader: Reader, name: string, holder: string): Promise<void> {
  await reader.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute()
}

/** The running transaction's id, by which `fateOf` finds out later what became of it. */
export async function transactionId(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function fateOf(
  reader: Reader,
  transaction: string,
): Promise<'committed' | 'aborted' | 'in progress'> {
  const { rows } = await sql<{ status: 'committed' | 'aborted' | 'in progress' | null }>`
    select pg_xact_status(${transaction}::xid8) as status`.execute(reader)
  return rows[0]?.status ?? 'aborted'
}
