import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Call, CtiCall, CtiSource } from '../../platform/db/tables.generated.ts'

export type CtiSourceRow = Selectable<CtiSource>

export function listSources(reader: Reader, cityId: string): Promise<CtiSourceRow[]> {
  return reader.selectFrom('cti_source').selectAll().where('city_id', '=', cityId).orderBy('name').execute()
}

/** In whichever city: the token says which. */
export function findActiveSource(reader: Reader, tokenHash: Buffer) {
  return reader
    .selectFrom('cti_source')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('active', '=', true)
    .executeTakeFirst()
}

export async function insertSource(tx: Tx, row: Insertable<CtiSource>): Promise<CtiSourceRow> {
  return tx.insertInto('cti_source').values(row).returningAll().executeTakeFirstOrThrow()
}

export function updateSource(tx: Tx, cityId: string, id: string, row: Updateable<CtiSource>) {
  return tx
    .updateTable('cti_source')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export type CallRow = Insertable<Call>
export type FactsRow = Insertable<CtiCall>

/** Writes both rows of a call that is heard of for the first time. @returns whether it was the first */
export async function insertCall(
  tx: Tx,
  call: CallRow,
  facts: Omit<FactsRow, 'city_id' | 'call_id'>,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('call')
    .values(call)
    .onConflict((c) => c.columns(['city_id', 'source', 'source_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  await tx
    .insertInto('cti_call')
    .values({ ...facts, city_id: call.city_id, call_id: call.id })
    .execute()
  return true
}

/** The call of a source's callId with its facts, locked until the transaction ends. */
export async function lockCall(tx: Tx, cityId: string, sourceKey: string) {
  const locked = await tx
    .selectFrom('call')
    .select('id')
    .where('city_id', '=', cityId)
    .where('source', '=', 'cti')
    .where('source_key', '=', sourceKey)
    .forUpdate()
    .executeTakeFirst()
  return locked && readCall(tx, cityId, locked.id)
}

export async function lockCallById(tx: Tx, cityId: string, id: string) {
  const locked = await tx
    .selectFrom('call')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked && readCall(tx, cityId, locked.id)
}

/**
 * A statement of its own after the lock: one statement that locks `call` and joins `cti_call` would wait for the
 * lock and then see the new `call` beside the old `cti_call`.
 */
function readCall(tx: Tx, cityId: string, id: string) {
  return tx
    .selectFrom('call')
    .innerJoin('cti_call', (j) =>
      j.onRef('cti_call.city_id', '=', 'call.city_id').onRef('cti_call.call_id', '=', 'call.id'),
    )
    .selectAll('call')
    .select(['new_call_at', 'answer_at', 'hangup_at', 'cti_call.cause', 'silent'])
    .where('call.city_id', '=', cityId)
    .where('call.id', '=', id)
    .executeTakeFirst()
}

export type KnownCallRow = NonNullable<Awaited<ReturnType<typeof readCall>>>

export async function updateCall(
  tx: Tx,
  key: { cityId: string; id: string },
  call: Updateable<Call>,
  facts: Updateable<CtiCall>,
): Promise<void> {
  const { cityId, id } = key
  await tx.updateTable('call').set(call).where('city_id', '=', cityId).where('id', '=', id).execute()
  await tx
    .updateTable('cti_call')
    .set(facts)
    .where('city_id', '=', cityId)
    .where('call_id', '=', id)
    .execute()
}

/** Calls of every city that have not ended and were offered before `before`, oldest first. */
export function openCallsSince(reader: Reader, before: Date) {
  return reader
    .selectFrom('call')
    .select(['city_id', 'id'])
    .where('source', '=', 'cti')
    .where('state', '<>', 'ended')
    .where('offered_at', '<=', before)
    .orderBy('offered_at')
    .execute()
}
