import { sql, type Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { SpokenReason } from '../../platform/db/tables.generated.ts'

export async function insertSpokenReason(tx: Tx, row: Insertable<SpokenReason>): Promise<void> {
  await tx.insertInto('spoken_reason').values(row).execute()
}

/** @returns whether there was one */
export async function dropSpokenReason(tx: Tx, cityId: string, caseId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('spoken_reason')
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Without the sound. */
export function findSpokenReason(reader: Reader, cityId: string, caseId: string) {
  return reader
    .selectFrom('spoken_reason')
    .select(['recorded_at as recordedAt', 'duration_ms as durationMs'])
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

export async function soundOf(reader: Reader, cityId: string, caseId: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('spoken_reason')
    .select('audio')
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row?.audio ?? null
}

/** Deletes recordings of cases closed before `closedBefore`, and all that were made before `madeBefore`. */
export async function deleteSpokenReasons(
  tx: Tx,
  { closedBefore, madeBefore }: { closedBefore: Date; madeBefore: Date },
): Promise<{ cityId: string; caseId: string }[]> {
  const { rows } = await sql<{ cityId: string; caseId: string }>`
    delete from spoken_reason s using "case" c
    where c.city_id = s.city_id and c.id = s.case_id
      and (c.closed_at < ${closedBefore}::timestamptz or s.recorded_at < ${madeBefore}::timestamptz)
    returning s.city_id as "cityId", s.case_id as "caseId"`.execute(tx)
  return rows
}
