import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Range } from '../store.ts'
import type { TestCall } from './contract.ts'

export async function insertTestCall(
  tx: Tx,
  cityId: string,
  { id, at, dialled, answered, waitS }: TestCall & { id: string },
  entered: { at: Date; accountId: string },
): Promise<void> {
  await tx
    .insertInto('test_call')
    .values({
      city_id: cityId,
      id,
      at,
      dialled,
      answered,
      wait_s: waitS,
      entered_at: entered.at,
      account_id: entered.accountId,
    })
    .execute()
}

const calls = (reader: Reader, cityId: string) =>
  reader
    .selectFrom('test_call')
    .select(['id', 'at', 'dialled', 'answered', 'wait_s as waitS'])
    .where('city_id', '=', cityId)

/** The latest first. */
export async function listTestCalls(reader: Reader, cityId: string): Promise<(TestCall & { id: string })[]> {
  const rows = await calls(reader, cityId).orderBy('at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** In their order. */
export async function testCallsIn(
  reader: Reader,
  cityId: string,
  { from, to }: Range,
): Promise<(TestCall & { id: string })[]> {
  const rows = await calls(reader, cityId)
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at')
    .orderBy('dialled')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** @returns when it was; null where there is none */
export async function deleteTestCall(tx: Tx, cityId: string, id: string): Promise<Date | null> {
  const row = await tx
    .deleteFrom('test_call')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .returning('at')
    .executeTakeFirst()
  return row?.at ?? null
}
