import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { OutsideNumber } from '../../platform/db/tables.generated.ts'

export const outsideNumbers = (reader: Reader, cityId: string) =>
  reader.selectFrom('outside_number').selectAll().where('city_id', '=', cityId).orderBy('name').execute()

export const outsideNumber = (reader: Reader, cityId: string, id: string) =>
  reader
    .selectFrom('outside_number')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The entry of the allowed list that a leg was dialled by. */
export async function outsideOfLeg(reader: Reader, cityId: string, legId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('leg')
    .select('outside_id')
    .where('city_id', '=', cityId)
    .where('id', '=', legId)
    .executeTakeFirst()
  return row?.outside_id ?? null
}

export async function insertOutsideNumber(tx: Tx, row: Insertable<OutsideNumber>): Promise<void> {
  await tx.insertInto('outside_number').values(row).execute()
}

/** The line whose people serve the caller from now on; figures stay with the line that was called. */
export async function setServedLine(tx: Tx, cityId: string, callId: string, lineId: string): Promise<void> {
  await tx
    .updateTable('call')
    .set({ served_line_id: lineId })
    .where('city_id', '=', cityId)
    .where('id', '=', callId)
    .execute()
}

/** @returns whether there was one */
export async function updateOutsideNumber(
  tx: Tx,
  cityId: string,
  id: string,
  row: Pick<Insertable<OutsideNumber>, 'name' | 'number' | 'purpose'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outside_number')
    .set(row)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** @returns whether there was one */
export async function deleteOutsideNumber(tx: Tx, cityId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('outside_number')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0
}
