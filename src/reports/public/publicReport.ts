import type { Context } from '../../platform/context.ts'
import type { PublicReport } from '../open311/model.ts'
import { listPublic, publicReports, toPublic } from '../open311/open311Store.ts'
import { updatesOf } from '../store.ts'
import { type PublicStep, publicSteps } from './publicStepsRule.ts'

export interface PublicSteps extends PublicReport {
  /** In the order they happened. */
  steps: readonly PublicStep[]
}

/** A report that everybody may see; null for any other number, whether there is such a report or not. */
export async function publicReport(ctx: Context, number: string): Promise<PublicSteps | null> {
  const [report] = await listPublic(ctx.db, ctx.cityId, { numbers: [number.toUpperCase()] })
  if (!report) return null
  return { ...report, steps: publicSteps(await updatesOf(ctx.db, ctx.cityId, report.caseId)) }
}

/** The same by its case. */
export async function publicOf(ctx: Context, caseId: string): Promise<PublicReport | null> {
  const row = await publicReports(ctx.db, ctx.cityId).where('case.id', '=', caseId).executeTakeFirst()
  return row ? toPublic(row) : null
}
