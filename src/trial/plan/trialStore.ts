import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { TrialInputs } from '../verdict/inputs.ts'
import type { TrialResult } from '../verdict/contract.ts'
import { type Decision, type Remark, trialPlan, type TrialPlan } from './contract.ts'

export interface Trial {
  id: string
  state: 'draft' | 'running' | 'closed' | 'decided'
  plan: TrialPlan
  createdAt: Date
  lockedAt: Date | null
  closedAt: Date | null
  decidedAt: Date | null
  publishedAt: Date | null
  /** Since when everybody may read its weeks while it runs. */
  interimAt: Date | null
  decision: Decision['decision'] | null
  decisionText: string | null
}

const daysOf = ({ from, to }: { from: string; to: string }) => sql<string>`daterange(${from}, ${to}, '[]')`
/** The days stand beside the plan, for the constraints. */
const columnsOf = (plan: TrialPlan) => ({
  plan: JSON.stringify(plan),
  period: daysOf(plan.period),
  baseline: daysOf(plan.baseline),
})

export async function insertTrial(
  tx: Tx,
  cityId: string,
  { id, plan, at }: { id: string; plan: TrialPlan; at: Date },
): Promise<void> {
  await tx
    .insertInto('trial')
    .values({ city_id: cityId, id, ...columnsOf(plan), created_at: at })
    .execute()
}

export async function setPlan(tx: Tx, cityId: string, id: string, plan: TrialPlan): Promise<void> {
  await update(tx, cityId, id).set(columnsOf(plan)).execute()
}

export async function lock(tx: Tx, cityId: string, id: string, at: Date): Promise<void> {
  await update(tx, cityId, id).set({ state: 'running', locked_at: at }).execute()
}

export async function setClosed(tx: Tx, cityId: string, id: string, at: Date): Promise<void> {
  await update(tx, cityId, id).set({ state: 'closed', closed_at: at }).execute()
}

export async function setDecided(
  tx: Tx,
  cityId: string,
  id: string,
  { decision, text }: Decision,
  at: Date,
): Promise<void> {
  const decided = { state: 'decided', decision, decision_text: text, decided_at: at } as const
  await update(tx, cityId, id).set(decided).execute()
}

export async function setPublished(tx: Tx, cityId: string, id: string, at: Date): Promise<void> {
  await update(tx, cityId, id).set({ published_at: at }).execute()
}

export async function setInterim(tx: Tx, cityId: string, id: string, at: Date | null): Promise<void> {
  await update(tx, cityId, id).set({ interim_at: at }).execute()
}

export async function deleteTrial(tx: Tx, cityId: string, id: string): Promise<void> {
  await tx.deleteFrom('trial').where('city_id', '=', cityId).where('id', '=', id).execute()
}

const update = (tx: Tx, cityId: string, id: string) =>
  tx.updateTable('trial').where('city_id', '=', cityId).where('id', '=', id)

const trials = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('trial')
    .select([
      'id',
      'state',
      'plan',
      'created_at as createdAt',
      'locked_at as lockedAt',
      'closed_at as closedAt',
      'decided_at as decidedAt',
      'published_at as publishedAt',
      'interim_at as interimAt',
      'decision',
      'decision_text as decisionText',
    ])
    .where('city_id', '=', cityId)

const read = <T extends { plan: unknown }>(row: T): Omit<T, 'plan'> & { plan: TrialPlan } => ({
  ...row,
  plan: trialPlan.parse(row.plan),
})

export async function trialById(reader: Reader, cityId: string, id: string): Promise<Trial | null> {
  const row = await trials(reader, cityId).where('id', '=', id).executeTakeFirst()
  return row ? read(row) : null
}

/** For a change: others wait. */
export async function lockTrial(tx: Tx, cityId: string, id: string): Promise<Trial | null> {
  const row = await trials(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? read(row) : null
}

/** The youngest period first. */
export async function listTrials(reader: Reader, cityId: string): Promise<Trial[]> {
  const rows = await trials(reader, cityId).orderBy('period', 'desc').orderBy('id').execute()
  return rows.map(read)
}

export interface TrialChange {
  at: Date
  accountId: string
  reason: string
  before: TrialPlan
  after: TrialPlan
}

export async function insertChange(
  tx: Tx,
  cityId: string,
  { id, trialId, ...change }: TrialChange & { id: string; trialId: string },
): Promise<void> {
  const { at, accountId: account_id, reason } = change
  const [before, after] = [JSON.stringify(change.before), JSON.stringify(change.after)]
  await tx
    .insertInto('trial_change')
    .values({ city_id: cityId, id, trial_id: trialId, at, account_id, reason, before, after })
    .execute()
}

export async function changesOf(reader: Reader, cityId: string, trialId: string): Promise<TrialChange[]> {
  const rows = await reader
    .selectFrom('trial_change')
    .select(['at', 'account_id as accountId', 'reason', 'before', 'after'])
    .where('city_id', '=', cityId)
    .where('trial_id', '=', trialId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    before: trialPlan.parse(row.before),
    after: trialPlan.parse(row.after),
  }))
}

export interface SignedRemark extends Remark {
  at: Date
}

export async function insertRemark(
  tx: Tx,
  cityId: string,
  { id, trialId, accountId, ...row }: SignedRemark & { id: string; trialId: string; accountId: string },
): Promise<void> {
  await tx
    .insertInto('trial_remark')
    .values({ city_id: cityId, id, trial_id: trialId, account_id: accountId, ...row })
    .execute()
}

/** The oldest first. */
export function remarksOf(reader: Reader, cityId: string, trialId: string): Promise<SignedRemark[]> {
  return reader
    .selectFrom('trial_remark')
    .select(['at', 'text', 'signed'])
    .where('city_id', '=', cityId)
    .where('trial_id', '=', trialId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export interface StoredResult {
  at: Date
  inputs: unknown
  result: unknown
  hash: string
}

export async function insertResult(
  tx: Tx,
  cityId: string,
  trialId: string,
  { at, inputs, result, hash }: { at: Date; inputs: TrialInputs; result: TrialResult; hash: string },
): Promise<void> {
  const texts = { inputs: JSON.stringify(inputs), result: JSON.stringify(result) }
  await tx
    .insertInto('trial_result')
    .values({ city_id: cityId, trial_id: trialId, at, hash, ...texts })
    .execute()
}

export function resultOf(reader: Reader, cityId: string, trialId: string): Promise<StoredResult | undefined> {
  return reader
    .selectFrom('trial_result')
    .select(['at', 'inputs', 'result', 'hash'])
    .where('city_id', '=', cityId)
    .where('trial_id', '=', trialId)
    .executeTakeFirst()
}

/** Whether a counted trial has this day, in its period or before. @param day 'YYYY-MM-DD' */
export async function isCountedDay(reader: Reader, cityId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    select exists (
      select from trial where city_id = ${cityId}::text and closed_at is not null
        and (period @> ${day}::date or baseline @> ${day}::date)
    ) as counted`.execute(reader)
  return rows[0]?.counted ?? false
}

/** Whose trial it is; null where there is none. */
export async function cityOfTrial(reader: Reader, id: string): Promise<string | null> {
  const row = await reader.selectFrom('trial').select('city_id').where('id', '=', id).executeTakeFirst()
  return row?.city_id ?? null
}
