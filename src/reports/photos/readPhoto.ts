import { caseOf, requireTeam } from '../../cases/index.ts'
import { recordLook } from '../../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { findReport } from '../store.ts'
import type { PhotoSize } from './contract.ts'
import type { WhichPhoto } from './model.ts'
import * as store from './store.ts'

/** A photo for staff. The look is in the audit trail before anything is given out. @throws Problem 404, 403 for another team's report */
export async function readPhoto(ctx: StaffContext, which: WhichPhoto, size: PhotoSize): Promise<Buffer> {
  requireRole(ctx, ...CITY_STAFF)
  if (!(await findReport(ctx.db, ctx.cityId, which.caseId))) throw notFound('Diese Meldung')
  requireTeam(ctx.actor, (await caseOf(ctx.db, ctx.cityId, which.caseId)).teamId)
  const photo = await store.pictureOf(ctx.db, ctx.cityId, which, size)
  if (!photo) throw notFound('Dieses Foto')
  await recordLook(ctx.db, ctx, 'report.photo-read', { kind: 'photo', id: which.id })
  return photo
}
