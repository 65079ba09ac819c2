import { type Insertable, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '../platform/db/connect.ts'
import type {
  Report as ReportRow,
  ReportRouting,
  ReportUpdate as UpdateRow,
} from '../platform/db/tables.generated.ts'
import type { Report, ReportState, ReportUpdate } from './model.ts'

const answersShape = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export async function insertReport(tx: Tx, row: Insertable<ReportRow>): Promise<void> {
  await tx.insertInto('report').values(row).execute()
}

export async function findReport(reader: Reader, cityId: string, caseId: string): Promise<Report | null> {
  const row = await reportOf(reader, cityId, caseId).executeTakeFirst()
  return row ? toReport(row) : null
}

/** Until the transaction ends, nobody else changes it. */
export async function lockReport(tx: Tx, cityId: string, caseId: string): Promise<Report | null> {
  const row = await reportOf(tx, cityId, caseId).forUpdate().executeTakeFirst()
  return row ? toReport(row) : null
}

const reportOf = (reader: Reader, cityId: string, caseId: string) =>
  reader.selectFrom('report').selectAll().where('city_id', '=', cityId).where('case_id', '=', caseId)

const toReport = (row: Selectable<ReportRow>): Report => ({
  caseId: row.case_id,
  categoryId: row.category_id,
  state: row.state,
  place: row.place,
  at: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
  isPrivate: row.private_ground,
  answers: answersShape.parse(row.answers),
  dueAt: row.due_at,
  remindedFor: row.reminded_for,
  plannedFor: row.planned_for,
  putAwayUntil: row.put_away_until,
  assignedTo: row.assigned_to,
  timesRouted: row.times_routed,
  mergedInto: row.merged_into,
  answer: row.answer,
  answeredAt: row.answered_at,
  releasedAt: row.released_at,
})

/** The case that a request with this key made; null when none did. */
export async function caseOfKey(reader: Reader, cityId: string, keyHash: Buffer): Promise<string | null> {
  const row = await reader
    .selectFrom('report')
    .select('case_id')
    .where('city_id', '=', cityId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
  return row?.case_id ?? null
}

/** @returns false when it is so already */
export async function setPrivateGround(
  tx: Tx,
  cityId: string,
  caseId: string,
  isPrivate: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ private_ground: isPrivate })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('private_ground', '<>', isPrivate)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Null: it is in the list. */
export async function setPutAway(tx: Tx, cityId: string, caseId: string, until: Date | null): Promise<void> {
  await tx
    .updateTable('report')
    .set({ put_away_until: until })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .execute()
}

export interface Changed {
  state: ReportState
  dueAt: Date
  plannedFor: string | null
  answer: string | null
  answeredAt: Date | null
}

export async function setState(tx: Tx, cityId: string, caseId: string, changed: Changed): Promise<void> {
  await tx
    .updateTable('report')
    .set({
      state: changed.state,
      due_at: changed.dueAt,
      planned_for: changed.plannedFor,
      answer: changed.answer,
      answered_at: changed.answeredAt,
      put_away_until: null,
    })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .execute()
}

export async function insertUpdate(tx: Tx, row: Insertable<UpdateRow>): Promise<void> {
  await tx.insertInto('report_update').values(row).execute()
}

/** In the order they were written. */
export async function updatesOf(reader: Reader, cityId: string, caseId: string): Promise<ReportUpdate[]> {
  const rows = await reader
    .selectFrom('report_update')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    state: row.state,
    text: row.text,
    plannedFor: row.planned_for,
    byReporter: row.account_id === null,
  }))
}

export async function findUpdate(reader: Reader, cityId: string, id: string): Promise<ReportUpdate | null> {
  const row = await reader
    .selectFrom('report_update')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { at, state, text } = row
  return { at, state, text, plannedFor: row.planned_for, byReporter: row.account_id === null }
}

/** What the old category asked is not asked any more. */
export async function setCategory(
  tx: Tx,
  cityId: string,
  caseId: string,
  { categoryId, dueAt }: { categoryId: string; dueAt: Date },
): Promise<void> {
  await tx
    .updateTable('report')
    .set({ category_id: categoryId, due_at: dueAt, answers: '{}' })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .execute()
}

export async function setAssigned(
  tx: Tx,
  cityId: string,
  caseId: string,
  accountId: string | null,
): Promise<void> {
  await tx
    .updateTable('report')
    .set({ assigned_to: accountId })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .execute()
}

/** The next team decides anew who works it. */
export async function insertRouting(tx: Tx, row: Insertable<ReportRouting>): Promise<void> {
  await tx.insertInto('report_routing').values(row).execute()
  await tx
    .updateTable('report')
    .set({ assigned_to: null, put_away_until: null, times_routed: sql<number>`times_routed + 1` })
    .where('city_id', '=', row.city_id)
    .where('case_id', '=', row.case_id)
    .execute()
}

export interface Routing {
  at: Date
  fromTeamId: string
  toTeamId: string
  reason: string
  by: string
}

/** In the order they happened, with the name of whoever decided. */
export async function routingsOf(reader: Reader, cityId: string, caseId: string): Promise<Routing[]> {
  const rows = await reader
    .selectFrom('report_routing')
    .innerJoin('account', (join) =>
      join
        .onRef('account.city_id', '=', 'report_routing.city_id')
        .onRef('account.id', '=', 'report_routing.account_id'),
    )
    .select(['at', 'from_team_id', 'to_team_id', 'reason', 'account.name as by'])
    .where('report_routing.city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    fromTeamId: row.from_team_id,
    toTeamId: row.to_team_id,
    reason: row.reason,
    by: row.by,
  }))
}

/** Open reports, practice left out, that are due before `until` and were not reminded of for that time. */
export async function dueSoon(
  reader: Reader,
  { from, until }: { from: Date; until: Date },
): Promise<{ cityId: string; caseId: string; dueAt: Date }[]> {
  const rows = await reader
    .selectFrom('report')
    .innerJoin('case', (join) =>
      join.onRef('case.city_id', '=', 'report.city_id').onRef('case.id', '=', 'report.case_id'),
    )
    .select(['report.city_id', 'report.case_id', 'report.due_at'])
    .where('report.answered_at', 'is', null)
    .where('report.due_at', '>', from)
    .where('report.due_at', '<=', until)
    .where('case.practice', '=', false)
    .where((where) =>
      where.or([where('reminded_for', 'is', null), where('reminded_for', '<>', where.ref('report.due_at'))]),
    )
    .orderBy('report.due_at')
    .execute()
  return rows.map((row) => ({ cityId: row.city_id, caseId: row.case_id, dueAt: row.due_at }))
}

/** @returns false when somebody else reminded, or it is answered or due at another time by now */
export async function setReminded(tx: Tx, cityId: string, caseId: string, dueAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set({ reminded_for: dueAt })
    .where('city_id', '=', cityId)
    .where('case_id', '=', caseId)
    .where('due_at', '=', dueAt)
    .where('answered_at', 'is', null)
    .where((where) => where.or([where('reminded_for', 'is', null), where('reminded_for', '<>', dueAt)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
