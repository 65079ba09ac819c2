import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { emitReport } from '../events.ts'
import { ownReport } from '../ownReport.ts'
import type { WhichPhoto } from './model.ts'
import * as store from './store.ts'

/**
 * Shows a photo to everybody, or no longer. Somebody has looked at it before, and its report is shown already.
 * @throws Problem 409 `report-hidden`, 404, 403
 */
export async function releasePhoto(ctx: StaffContext, which: WhichPhoto, released: boolean): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const { caseId, id } = which
  await inTransaction(ctx, async (tx) => {
    const { report } = await ownReport(tx, ctx, caseId)
    if (released && report.releasedAt === null)
      throw conflict('report-hidden', 'Zeigen Sie zuerst die Meldung öffentlich.')
    const by = released ? { at: ctx.clock.now(), accountId: ctx.actor.accountId } : null
    const changed = await store.setReleased(tx, ctx.cityId, which, by)
    if (changed === 'none') throw notFound('Dieses Foto')
    if (changed === 'so-already') return
    await emitReport(tx, ctx, 'report.photo-released', { id: caseId, caseId }, { photoId: id, released })
    const action = released ? 'report.photo-released' : 'report.photo-hidden'
    await recordDeed(tx, ctx, action, { kind: 'photo', id }, null)
  })
}
