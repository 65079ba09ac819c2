import { type Case, lockCaseOfTeam } from '../cases/index.ts'
import type { StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { conflict, notFound } from '../platform/problems.ts'
import { isEnded, type Report } from './model.ts'
import * as store from './store.ts'

/**
 * A report of one's own team, locked with its case until the transaction ends: nobody promises a call or hands it over meanwhile.
 * @throws Problem 404, 403 for another team's
 */
export async function ownReport(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
): Promise<{ report: Report; of: Case }> {
  const report = await store.lockReport(tx, ctx.cityId, caseId)
  if (!report) throw notFound('Diese Meldung')
  return { report, of: await lockCaseOfTeam(tx, ctx, caseId) }
}

/** @throws Problem 409 when it is answered or belongs to another one, 404, 403 */
export async function openOwnReport(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
): Promise<{ report: Report; of: Case }> {
  const found = await ownReport(tx, ctx, caseId)
  if (isEnded(found.report.state)) throw conflict('report-answered', 'Diese Meldung ist schon beantwortet.')
  if (found.report.mergedInto) throw belongsElsewhere()
  return found
}

const belongsElsewhere = () =>
  conflict('report-merged', 'Diese Meldung gehört zu einer anderen. Bitte arbeiten Sie dort weiter.')
