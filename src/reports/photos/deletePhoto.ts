import { writeNote } from '../../cases/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { cleanText } from '../../shared/cleanText.ts'
import { emitReport } from '../events.ts'
import { ownReport } from '../ownReport.ts'
import type { WhichPhoto } from './model.ts'
import * as store from './store.ts'

/**
 * Takes a photo away for good, in all of its pictures and from every page. That it was there, who deleted it and why stays in the
 * audit trail; why is an inner note as well. @throws Problem 404, also where somebody was faster; 403
 */
export async function deletePhoto(ctx: StaffContext, which: WhichPhoto, reason: string): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const why = cleanText(reason)
  const { caseId, id } = which
  await inTransaction(ctx, async (tx) => {
    await ownReport(tx, ctx, caseId)
    if (!(await store.deletePhoto(tx, ctx.cityId, which))) throw notFound('Dieses Foto')
    await writeNote(tx, ctx, caseId, `Foto gelöscht. ${why}`)
    await emitReport(tx, ctx, 'report.photo-deleted', { id: caseId, caseId }, { photoId: id })
    await recordDeed(tx, ctx, 'report.photo-deleted', { kind: 'photo', id }, why)
  })
}
