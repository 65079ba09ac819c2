import type { Context } from '../../platform/context.ts'
import type { PublicReport } from '../open311/model.ts'
import { updatesOf } from '../store.ts'
import { type PublicStep, publicSteps } from './publicStepsRule.ts'
import { findShown, findShownOf } from './publicStore.ts'

export interface PublicSteps extends PublicReport {
  /** In the order they happened. */
  steps: readonly PublicStep[]
}

/**
 * A report that everybody may see; null for any other number, whether there is such a report or not. For one that belongs to another
 * one, the answer is the other one, with its own number.
 */
export async function publicReport(ctx: Context, number: string): Promise<PublicSteps | null> {
  const report = await findShown(ctx.db, ctx.cityId, number.toUpperCase())
  if (!report) return null
  return { ...report, steps: publicSteps(await updatesOf(ctx.db, ctx.cityId, report.caseId)) }
}

/** The same by its case, and by its own number also where it belongs to another one. */
export const publicOf = (ctx: Context, caseId: string): Promise<PublicReport | null> =>
  findShownOf(ctx.db, ctx.cityId, caseId)
