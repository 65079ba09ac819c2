import type { StaffContext } from '../../platform/context.ts'
import type { AttachmentView } from './contract.ts'
import { mayRemove } from './removeRule.ts'
import * as store from './store.ts'

/** The files of a case without their content; whoever calls it has checked and written down the look at the case. */
export async function listAttachments(ctx: StaffContext, caseId: string): Promise<AttachmentView[]> {
  const rows = await store.attachmentsOf(ctx.db, ctx.cityId, caseId)
  return rows.map(({ addedAt, addedBy, ...row }) => ({
    ...row,
    addedAt: addedAt.toISOString(),
    mayRemove: mayRemove(ctx.actor, addedBy),
  }))
}
