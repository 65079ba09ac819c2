import { oweAnswer } from '../cases/index.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Category } from './categories/model.ts'
import { dueAfter } from './dueAt.ts'
import { emitReport } from './events.ts'
import type { Answers } from './model.ts'
import type { Spot } from './place/locate.ts'
import * as store from './store.ts'

export interface NewReport {
  caseId: string
  /** The team that has the case. */
  teamId: string
  category: Category
  place: string | null
  answers: Answers
  spot: Spot
  isPrivate: boolean
  mediaUrl?: string | null
  /** Of the words that open it; null where nobody got any. */
  secretHash: string | null
  keyHash: Buffer | null
}

/**
 * Makes an open case a report, in the caller's transaction: it is due in the service hours of its category, and the case
 * cannot end without an answer any more.
 */
export async function addReport(tx: Tx, ctx: Context, report: NewReport): Promise<{ dueAt: Date }> {
  const { caseId, teamId, category } = report
  const at = ctx.clock.now()
  const dueAt = await dueAfter(tx, ctx.cityId, at, category.answerHours)
  await store.insertReport(tx, {
    city_id: ctx.cityId,
    case_id: caseId,
    category_id: category.id,
    state: 'received',
    place: report.place,
    answers: JSON.stringify(report.answers),
    due_at: dueAt,
    lat: report.spot.at?.lat ?? null,
    lon: report.spot.at?.lon ?? null,
    street: report.spot.street,
    private_ground: report.isPrivate,
    media_url: report.mediaUrl ?? null,
    secret_hash: report.secretHash,
    key_hash: report.keyHash,
  })
  const { practice } = await oweAnswer(tx, ctx, caseId)
  const data = { categoryId: category.id, teamId, dueAt: dueAt.toISOString(), practice }
  await emitReport(tx, ctx, 'report.opened', { id: caseId, caseId, at }, data)
  return { dueAt }
}
