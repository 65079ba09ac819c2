import { writeNote } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { invalid } from '../../platform/problems.ts'
import { cleanText } from '../../shared/cleanText.ts'
import { startOfDay, today } from '../dueAt.ts'
import { emitReport } from '../events.ts'
import { openOwnReport } from '../ownReport.ts'
import { setPutAway } from '../store.ts'
import { type PutAway, putAwayFaults } from './awayRule.ts'

/**
 * Takes an open report out of the list until a day, with the reason as an inner note. It comes back on that day, earlier
 * when its time is nearly over, and at once when whoever reported writes or somebody goes on with it. When it is due
 * stays as it was told.
 * @throws Problem 422 with a sentence per field, 409 when it is answered or belongs to another, 404, 403
 */
export async function putAway(ctx: StaffContext, caseId: string, input: PutAway): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const reason = cleanText(input.reason)
  await inTransaction(ctx, async (tx) => {
    await openOwnReport(tx, ctx, caseId)
    const at = ctx.clock.now()
    const faults = putAwayFaults({ ...input, reason }, await today(tx, ctx.cityId, at))
    if (Object.keys(faults).length > 0 || input.day === null) throw invalid({ ...faults })
    const until = await startOfDay(tx, ctx.cityId, input.day)
    await setPutAway(tx, ctx.cityId, caseId, until)
    await writeNote(tx, ctx, caseId, `Zurückgelegt: ${reason}`)
    await emitReport(tx, ctx, 'report.put-away', { id: caseId, caseId, at }, { until: until.toISOString() })
  })
}

/** Brings one back before its day; harmless when it is not away. @throws Problem 409, 404, 403 */
export async function bringBack(ctx: StaffContext, caseId: string): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    const { report } = await openOwnReport(tx, ctx, caseId)
    if (report.putAwayUntil === null) return
    await setPutAway(tx, ctx.cityId, caseId, null)
    await emitReport(tx, ctx, 'report.put-away', { id: caseId, caseId }, { until: null })
  })
}
