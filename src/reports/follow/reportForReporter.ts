import { caseOf } from '../../cases/index.ts'
import type { Context } from '../../platform/context.ts'
import type { CaseNumber } from '../../shared/caseNumber.ts'
import type { ReportState, ReportUpdate } from '../model.ts'
import { objectUntil } from '../objectRule.ts'
import type { SmallPhoto } from '../photos/model.ts'
import { smallOf } from '../photos/store.ts'
import * as store from '../store.ts'
import { findCategory } from '../categories/store.ts'

/** What whoever reported gets to see: their own words, and what the city wrote to them. No name of anybody. */
export interface ReporterView {
  caseId: string
  number: CaseNumber
  category: string
  description: string
  place: string | null
  openedAt: Date
  state: ReportState
  dueAt: Date
  plannedFor: string | null
  updates: readonly ReportUpdate[]
  photos: readonly SmallPhoto[]
  /** Until when "not solved" can be said; null when it cannot. */
  objectUntil: Date | null
  /** Nothing is written to their address any more. */
  mailComesBack: boolean
}

/** A report for whoever has opened it (`openByReporter`). */
export async function reportForReporter(ctx: Context, caseId: string): Promise<ReporterView> {
  const { db, cityId, clock } = ctx
  const report = await store.findReport(db, cityId, caseId)
  if (!report) throw new Error(`no report ${caseId}`)
  const found = await caseOf(db, cityId, caseId)
  const category = await findCategory(db, cityId, report.categoryId)
  const until = report.answeredAt && objectUntil(report.answeredAt)
  return {
    caseId,
    number: found.number,
    category: category?.name ?? '',
    description: found.reason,
    place: report.place,
    openedAt: found.openedAt,
    state: report.state,
    dueAt: report.dueAt,
    plannedFor: report.plannedFor,
    updates: await store.updatesOf(db, cityId, caseId),
    photos: await smallOf(db, cityId, { caseId }),
    objectUntil: until && until > clock.now() ? until : null,
    mailComesBack: found.emailRefused,
  }
}
