import type { Context, Platform } from '../../platform/context.ts'
import { idIn, signed } from '../follow/link.ts'
import { reportForReporter, type ReporterView } from '../follow/reportForReporter.ts'
import { findReport } from '../store.ts'

/** What the address of a report's private feed ends with. It shows what was written, and can do nothing else. */
export const feedLinkOf = (platform: Platform, cityId: string, caseId: string): Promise<string> =>
  signed(platform, cityId, caseId, 'report feed')

/** The report of a private feed; null for an address that is none. */
export async function followedFeed(ctx: Context, link: string): Promise<ReporterView | null> {
  const caseId = await idIn(ctx, ctx.cityId, link, 'report feed')
  if (caseId === null || !(await findReport(ctx.db, ctx.cityId, caseId))) return null
  return reportForReporter(ctx, caseId)
}
