import type { Reader, Tx } from '../platform/db/connect.ts'

export interface Intake {
  /** As it was typed; the contract says what it means. */
  draft: unknown
  completedAt: Date | null
}

export async function findIntake(reader: Reader, cityId: string, callId: string): Promise<Intake | null> {
  const row = await reader
    .selectFrom('intake')
    .select(['draft', 'completed_at'])
    .where('city_id', '=', cityId)
    .where('call_id', '=', callId)
    .executeTakeFirst()
  return row ? { draft: row.draft, completedAt: row.completed_at } : null
}

/** Keeps the draft; a record that is complete stays as it is. */
export async function saveDraft(
  writer: Reader,
  cityId: string,
  callId: string,
  row: { accountId: string; draft: object; at: Date },
): Promise<void> {
  const draft = JSON.stringify(row.draft)
  await writer
    .insertInto('intake')
    .values({
      city_id: cityId,
      call_id: callId,
      account_id: row.accountId,
      draft,
      updated_at: row.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'call_id'])
        .doUpdateSet({ draft, updated_at: row.at })
        .where('intake.completed_at', 'is', null),
    )
    .execute()
}

/** Marks the record complete and forgets the draft: the case holds what counts, once. */
export async function completeIntake(
  tx: Tx,
  cityId: string,
  callId: string,
  row: { accountId: string; at: Date },
): Promise<void> {
  const done = { draft: '{}', updated_at: row.at, completed_at: row.at }
  await tx
    .insertInto('intake')
    .values({ city_id: cityId, call_id: callId, account_id: row.accountId, ...done })
    .onConflict((conflict) => conflict.columns(['city_id', 'call_id']).doUpdateSet(done))
    .execute()
}

/** The newest ended call of this account whose record was begun and is not complete. */
export async function unfinishedCall(
  reader: Reader,
  cityId: string,
  accountId: string,
): Promise<string | null> {
  const row = await reader
    .selectFrom('intake as i')
    .innerJoin('call as c', (j) => j.onRef('c.city_id', '=', 'i.city_id').onRef('c.id', '=', 'i.call_id'))
    .select('i.call_id')
    .where('i.city_id', '=', cityId)
    // Whoever has the call completes its record, also what somebody else began.
    .where('c.agent_id', '=', accountId)
    .where('i.completed_at', 'is', null)
    // A caller who waits again comes back by ringing.
    .where('c.state', '=', 'ended')
    .orderBy('i.updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.call_id ?? null
}

/** Holds the call until the transaction ends: of two who complete it at once the second finds it complete. */
export async function lockCall(tx: Tx, cityId: string, callId: string): Promise<void> {
  await tx
    .selectFrom('call')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', '=', callId)
    .forUpdate()
    .execute()
}

export async function setCaseOfCall(tx: Tx, cityId: string, callId: string, caseId: string): Promise<void> {
  await tx
    .updateTable('call')
    .set({ case_id: caseId })
    .where('city_id', '=', cityId)
    .where('id', '=', callId)
    .execute()
}

/** Whether this account's look at this call is in the audit trail. */
export async function hasLooked(
  reader: Reader,
  cityId: string,
  accountId: string,
  callId: string,
): Promise<boolean> {
  const row = await reader
    .selectFrom('audit')
    .select('id')
    .where('city_id', '=', cityId)
    .where('subject_kind', '=', 'call')
    .where('subject_id', '=', callId)
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
