import type { Insertable, Selectable } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { LineOpening } from '../platform/db/tables.generated.ts'
import type { LineDecision } from './model.ts'

const toDecision = (row: Selectable<LineOpening>): LineDecision => ({
  id: row.id,
  lineId: row.line_id,
  state: row.state,
  reason: row.reason,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
})

/** What leads decided about lines and what counts at `at`; at most one per line. */
export async function decisionsAt(reader: Reader, cityId: string, at: Date): Promise<LineDecision[]> {
  const rows = await reader
    .selectFrom('line_opening')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('starts_at', '<=', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .execute()
  return rows.map(toDecision)
}

/** Holds the line until the transaction ends, so that of two decisions one is the newer. @returns whether there is one */
export async function lockLine(tx: Tx, cityId: string, lineId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('line')
    .select('id')
    .where('city_id', '=', cityId)
    .where('id', '=', lineId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function insertDecision(tx: Tx, row: Insertable<LineOpening>): Promise<void> {
  await tx.insertInto('line_opening').values(row).execute()
}

/** Ends what counts for the line now. @returns whether anything did */
export async function endDecisions(tx: Tx, cityId: string, lineId: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('line_opening')
    .set({ ends_at: at })
    .where('city_id', '=', cityId)
    .where('line_id', '=', lineId)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
