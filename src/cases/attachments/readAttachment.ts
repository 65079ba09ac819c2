import { recordLook } from '../../platform/audit/audit.ts'
import type { StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import type { MediaType } from './contract.ts'
import { requireCase } from './requireCase.ts'
import * as store from './store.ts'

/** One file. The look is in the audit trail before anything is given out. @throws Problem 404, 403 for another team's case */
export async function readAttachment(
  ctx: StaffContext,
  which: { caseId: string; id: string },
): Promise<{ name: string; mediaType: MediaType; bytes: Buffer }> {
  await requireCase(ctx.db, ctx, which.caseId)
  const file = await store.contentOf(ctx.db, ctx.cityId, which)
  if (!file) throw notFound('Diese Anlage')
  await recordLook(ctx.db, ctx, 'case.attachment-read', { kind: 'attachment', id: which.id })
  return file
}
