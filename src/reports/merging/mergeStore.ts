import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/connect.ts'
import type { Report } from '../model.ts'
import { lockReport } from '../store.ts'

/** The reports that belong to this one, in the order of their ids. */
export async function mergedInto(reader: Reader, cityId: string, caseId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('report')
    .select('case_id')
    .where('city_id', '=', cityId)
    .where('merged_into', '=', caseId)
    .orderBy('case_id')
    .execute()
  return rows.map(({ case_id: id }) => id)
}

/** The same, locked until the transaction ends; whoever calls it has locked the one that is worked. */
export async function lockMerged(tx: Tx, cityId: string, caseId: string): Promise<Report[]> {
  const found: Report[] = []
  for (const id of await mergedInto(tx, cityId, caseId)) {
    const report = await lockReport(tx, cityId, id)
    if (report) found.push(report)
  }
  return found
}

export async function setMerged(tx: Tx, cityId: string, caseId: string, into: string | null): Promise<void> {
  await tx
    .updateTable('report')
    .set({ merged_into: into })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .execute()
}

export interface Similar {
  id: string
  number: string
  place: string | null
  excerpt: string
  openedAt: Date
}

/** So far apart two places may be called the same: about 300 m in Germany, in degrees. */
const NEAR = { lat: 0.0027, lon: 0.0043 }
const DAYS = 60
const MOST = 5

/** Open reports of the same team and category from the last 60 days at the same place, the nearest in time first. */
export async function similarTo(
  reader: Reader,
  cityId: string,
  caseId: string,
  now: Date,
): Promise<Similar[]> {
  const { rows } = await sql<Similar>`
    select c.id, c.number, r.place, left(c.reason, 120) as excerpt, c.opened_at as "openedAt"
    from report this
    join "case" own on own.city_id = this.city_id and own.id = this.case_id
    join report r on r.city_id = this.city_id and r.category_id = this.category_id and r.case_id <> this.case_id
      and r.answered_at is null and r.merged_into is null
    join "case" c on c.city_id = r.city_id and c.id = r.case_id and c.team_id = own.team_id and c.practice = own.practice
    where this.city_id = ${cityId}::text and this.case_id = ${caseId}::uuid
      and c.opened_at > ${new Date(now.getTime() - DAYS * 86_400_000)}::timestamptz
      and (lower(r.place) = lower(this.place) or r.street = this.street
        or (abs(r.lat - this.lat) < ${NEAR.lat} and abs(r.lon - this.lon) < ${NEAR.lon}))
    order by abs(extract(epoch from c.opened_at - own.opened_at)), c.id
    limit ${MOST}`.execute(reader)
  return rows
}
