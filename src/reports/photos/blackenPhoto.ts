import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { emitReport } from '../events.ts'
import { ownReport } from '../ownReport.ts'
import type { Box } from './contract.ts'
import type { WhichPhoto } from './model.ts'
import * as store from './store.ts'
import { blackened } from './takePhoto.ts'

/** Makes parts of a photo black, in both of its pictures and for good: what was there is nowhere any more. @throws Problem 404, 403 */
export async function blackenPhoto(
  ctx: StaffContext,
  which: WhichPhoto,
  boxes: readonly Box[],
): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const { caseId, id } = which
  await inTransaction(ctx, async (tx) => {
    await ownReport(tx, ctx, caseId)
    const before = await store.lockPictures(tx, ctx.cityId, which)
    if (!before) throw notFound('Dieses Foto')
    await store.setPictures(tx, ctx.cityId, id, await blackened(before, boxes))
    await emitReport(tx, ctx, 'report.photo-blackened', { id: caseId, caseId }, { photoId: id })
    await recordDeed(tx, ctx, 'report.photo-blackened', { kind: 'photo', id }, null)
  })
}
