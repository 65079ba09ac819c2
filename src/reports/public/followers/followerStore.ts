import { type Insertable, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/connect.ts'
import type { ReportFollower } from '../../../platform/db/tables.generated.ts'
import type { PageLanguage } from '../../../platform/ui/language.ts'

export interface Follower {
  id: string
  caseId: string
  email: string
  lang: PageLanguage
  confirmedAt: Date | null
}

const columns = ['id', 'case_id as caseId', 'email', 'lang', 'confirmed_at as confirmedAt'] as const

/** An address follows a report once. @returns the follower, the former one where there is one */
export async function insertFollower(tx: Tx, row: Insertable<ReportFollower>): Promise<Follower> {
  return tx
    .insertInto('report_follower')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['city_id', 'case_id', 'email'])
        .doUpdateSet({ asked_at: sql<Date>`excluded.asked_at` }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function findFollower(reader: Reader, cityId: string, id: string): Promise<Follower | null> {
  const row = await reader
    .selectFrom('report_follower')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export function followersOf(reader: Reader, cityId: string, caseId: string): Promise<Follower[]> {
  return reader
    .selectFrom('report_follower')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('confirmed_at', 'is not', null)
    .execute()
}

/** @returns false when it was confirmed before, or is gone */
export async function setConfirmed(tx: Tx, cityId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report_follower')
    .set({ confirmed_at: at })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns what was deleted; null when it was gone */
export async function deleteFollower(tx: Tx, cityId: string, id: string): Promise<Follower | null> {
  const row = await tx
    .deleteFrom('report_follower')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst()
  return row ?? null
}

/** Those of reports that ended or were hidden, and those that nobody confirmed. @returns how many */
export async function deleteOver(
  reader: Reader,
  { endedBefore, askedBefore }: { endedBefore: Date; askedBefore: Date },
): Promise<number> {
  const { numDeletedRows } = await reader
    .deleteFrom('report_follower')
    .using('report')
    .whereRef('report.city_id', '=', 'report_follower.city_id')
    .whereRef('report.case_id', '=', 'report_follower.case_id')
    .where((where) =>
      where.or([
        where('report.released_at', 'is', null),
        where('report.answered_at', '<=', endedBefore),
        where.and([where('confirmed_at', 'is', null), where('asked_at', '<=', askedBefore)]),
      ]),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
