import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type { CaseSecondNumber } from '../platform/db/tables.generated.ts'
import type { TimeRange } from '../shared/timeRange.ts'

/** @returns false when the number is taken, by a case or by another second number */
export async function insertSecondNumber(tx: Tx, row: Insertable<CaseSecondNumber>): Promise<boolean> {
  const taken = await tx
    .selectFrom('case')
    .select('id')
    .where('city_id', '=', row.city_id)
    .where('number', '=', row.number)
    .executeTakeFirst()
  if (taken) return false
  const result = await tx
    .insertInto('case_second_number')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export interface SecondNumber {
  caseId: string
  givenAt: Date
  /** The line whose number calls. */
  lineId: string
  /** What the asker chose. */
  serviceId: string | null
  window: TimeRange
}

export async function findSecondNumber(
  reader: Reader,
  cityId: string,
  number: string,
): Promise<SecondNumber | null> {
  const row = await reader
    .selectFrom('case_second_number')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return null
  const window = { start: row.window_start.getTime(), end: row.window_end.getTime() }
  return {
    caseId: row.case_id,
    givenAt: row.given_at,
    lineId: row.line_id,
    serviceId: row.service_id,
    window,
  }
}
