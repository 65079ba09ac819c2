import type { Insertable } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Open311Update } from '../../platform/db/tables.generated.ts'
import { MOST } from './listRule.ts'
import { publicReports, toPublic } from './open311Store.ts'
import type { PublicStep } from '../public/publicStepsRule.ts'
import type { PublicReport } from './model.ts'

/** Those among the reports that everybody may see that were written to between these moments. */
export async function listMovedBetween(
  reader: Reader,
  cityId: string,
  { from, until }: { from: Date; until: Date },
): Promise<PublicReport[]> {
  const rows = await publicReports(reader, cityId)
    .where('report.case_id', 'in', (select) =>
      select
        .selectFrom('report_update as moved')
        .select('moved.case_id')
        .where('moved.city_id', '=', cityId)
        .where('moved.at', '>=', from)
        .where('moved.at', '<=', until),
    )
    .orderBy('report.case_id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(toPublic)
}

/** What was written to each, in the order it was written. */
export async function updatesOfAll(
  reader: Reader,
  cityId: string,
  of: readonly { caseId: string }[],
): Promise<ReadonlyMap<string, PublicStep[]>> {
  if (of.length === 0) return new Map()
  const rows = await reader
    .selectFrom('report_update')
    .select(['case_id', 'at', 'state', 'planned_for as plannedFor'])
    .where('city_id', '=', cityId)
    .where(
      'case_id',
      'in',
      of.map(({ caseId }) => caseId),
    )
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.case_id)
}

/** @returns the id by which it is known; the former one where the program has sent it before */
export async function insertForeign(
  tx: Tx,
  row: Insertable<Open311Update>,
): Promise<{ id: string; isNew: boolean }> {
  const made = await tx
    .insertInto('open311_update')
    .values(row)
    .onConflict((conflict) => conflict.columns(['city_id', 'key_id', 'foreign_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const former = await tx
    .selectFrom('open311_update')
    .select('id')
    .where('city_id', '=', row.city_id)
    .where('key_id', '=', row.key_id)
    .where('foreign_id', '=', row.foreign_id)
    .executeTakeFirstOrThrow()
  return { id: former.id, isNew: false }
}
