import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { CallbackProposal, CallbackProposalCall } from '../../platform/db/tables.generated.ts'
import type { LostCause, Proposal, WithdrawnBecause } from './proposalModel.ts'
import type { Scope } from '../store.ts'

/** Locks the proposal, and before it every open one of its number, always in the same order: accepting one ends the others. */
export async function lockProposal(tx: Tx, cityId: string, id: string): Promise<Proposal | null> {
  await sql`
    select from callback_proposal
    where city_id = ${cityId}::text and state = 'open' and caller = (
      select caller from callback_proposal where city_id = ${cityId}::text and id = ${id}::uuid)
    order by called_at, id for update`.execute(tx)
  const row = await tx
    .selectFrom('callback_proposal')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toProposal(row) : null
}

const toProposal = (row: Selectable<CallbackProposal>): Proposal => ({
  id: row.id,
  lineId: row.line_id,
  teamId: row.team_id,
  caller: row.caller,
  calledAt: row.called_at,
  state: row.state,
})

/**
 * The open proposal of this number on this line, locked: the one that is there, or else this new one.
 * @returns its id
 */
export async function openProposalOf(
  tx: Tx,
  row: Insertable<CallbackProposal> & { caller: string },
): Promise<string> {
  // Written either way, so that the row that is there is locked until this transaction ends.
  const open = await tx
    .insertInto('callback_proposal')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'line_id', 'caller'])
        .where('state', '=', 'open')
        .doUpdateSet({ called_at: sql<Date>`callback_proposal.called_at` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return open.id
}

/** @returns false when this call has joined a proposal before */
export async function insertProposalCall(tx: Tx, row: Insertable<CallbackProposalCall>): Promise<boolean> {
  const result = await tx
    .insertInto('callback_proposal_call')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city_id', 'call_id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function hasJoined(reader: Reader, cityId: string, callId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('callback_proposal_call')
    .select('call_id')
    .where('city_id', '=', cityId)
    .where('call_id', '=', callId)
    .executeTakeFirst()
  return row !== undefined
}

/** The lost calls of a proposal, oldest first. */
export function callsOfProposal(reader: Reader, cityId: string, proposalId: string) {
  return reader
    .selectFrom('callback_proposal_call')
    .select(['call_id', 'called_at', 'cause'])
    .where('city_id', '=', cityId)
    .where('proposal_id', '=', proposalId)
    .orderBy('called_at')
    .orderBy('call_id')
    .execute()
}

/** Ends an open proposal. @returns false when it was not open any more */
export async function endProposal(
  tx: Tx,
  cityId: string,
  id: string,
  end: Updateable<CallbackProposal> & { state: 'accepted' | 'dismissed' | 'withdrawn'; decided_at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('callback_proposal')
    .set(end)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The calls of an accepted proposal belong to its case from now on. */
export async function setCaseOfCalls(
  tx: Tx,
  cityId: string,
  proposalId: string,
  caseId: string,
): Promise<void> {
  await sql`
    update call set case_id = ${caseId}::uuid
    from callback_proposal_call lost
    where lost.city_id = ${cityId}::text and lost.proposal_id = ${proposalId}::uuid
      and call.city_id = lost.city_id and call.id = lost.call_id and call.case_id is null`.execute(tx)
}

/** Why whoever called at this moment needs no proposal; null while nobody has served them. @param number E.164 */
export async function servedSince(
  reader: Reader,
  cityId: string,
  number: string,
  since: Date,
): Promise<Exclude<WithdrawnBecause, 'too-old'> | null> {
  const { rows } = await sql<{ answered: boolean; promised: boolean }>`
    select
      exists (select from call where city_id = ${cityId}::text and caller = ${number}::text
        and direction = 'in' and source <> 'training' and answered_at >= ${since}::timestamptz) as answered,
      exists (select from "case" k join callback c on c.city_id = k.city_id and c.case_id = k.id
        where k.city_id = ${cityId}::text and k.contact_phone = ${number}::text and not k.practice
          and (c.state <> 'done' or c.promised_at >= ${since}::timestamptz)) as promised`.execute(reader)
  if (rows[0]?.answered) return 'reached-somebody'
  return rows[0]?.promised ? 'promised' : null
}

export interface OpenProposal {
  cityId: string
  id: string
  caller: string
  calledAt: Date
}

/** Open proposals of every city, or of one number; oldest first. */
export async function openProposals(
  reader: Reader,
  of: { cityId: string; caller: string } | null,
): Promise<OpenProposal[]> {
  const open = reader
    .selectFrom('callback_proposal')
    .select(['city_id', 'id', 'caller', 'called_at'])
    .where('state', '=', 'open')
    .orderBy('called_at')
    .orderBy('id')
  const rows = of
    ? await open.where('city_id', '=', of.cityId).where('caller', '=', of.caller).execute()
    : await open.execute()
  return rows.map((row) => ({
    cityId: row.city_id,
    id: row.id,
    caller: row.caller ?? '',
    calledAt: row.called_at,
  }))
}

/** Ended proposals that still have the number although their time is over. */
export async function proposalsToForget(
  reader: Reader,
  before: Date,
): Promise<{ cityId: string; id: string }[]> {
  const rows = await reader
    .selectFrom('callback_proposal')
    .select(['city_id', 'id'])
    .where('caller', 'is not', null)
    .where('decided_at', '<', before)
    .execute()
  return rows.map((row) => ({ cityId: row.city_id, id: row.id }))
}

export async function removeNumber(tx: Tx, cityId: string, id: string): Promise<void> {
  await tx
    .updateTable('callback_proposal')
    .set({ caller: null })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('state', '<>', 'open')
    .execute()
}

/** More than anybody works through. */
const LIST_LIMIT = 200

/** The open proposals of these teams with their calls counted, oldest first. */
export async function listProposals(reader: Reader, cityId: string, scope: Scope) {
  if (scope !== 'all' && scope.length === 0) return []
  const open = reader
    .selectFrom('callback_proposal as p')
    .innerJoin('line', (join) =>
      join.onRef('line.city_id', '=', 'p.city_id').onRef('line.id', '=', 'p.line_id'),
    )
    .innerJoin('callback_proposal_call as lost', (join) =>
      join.onRef('lost.city_id', '=', 'p.city_id').onRef('lost.proposal_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.team_id', 'p.caller', 'line.name as line_name'])
    .select(({ fn }) => [
      fn.countAll<number>().as('calls'),
      fn.max('lost.called_at').as('last_called_at'),
      fn.min('lost.called_at').as('first_called_at'),
    ])
    .select(sql<LostCause>`(array_agg(lost.cause order by lost.called_at desc))[1]`.as('last_cause'))
    .where('p.city_id', '=', cityId)
    .where('p.state', '=', 'open')
    .groupBy(['p.id', 'p.team_id', 'p.caller', 'p.called_at', 'line.name'])
    .orderBy('p.called_at')
    .orderBy('p.id')
    .limit(LIST_LIMIT)
  return scope === 'all' ? open.execute() : open.where('p.team_id', 'in', [...scope]).execute()
}

export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number]
