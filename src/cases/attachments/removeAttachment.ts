import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, type StaffContext } from '../../platform/context.ts'
import { notFound, Problem } from '../../platform/problems.ts'
import { emitAttachment } from './events.ts'
import { mayRemove } from './removeRule.ts'
import { requireCase } from './requireCase.ts'
import * as store from './store.ts'

/** The file is gone for good; that it was there stays in the events. @throws Problem 404, 403 for who did not add it */
export function removeAttachment(ctx: StaffContext, which: { caseId: string; id: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { caseId, id } = which
    await requireCase(tx, ctx, caseId)
    const addedBy = await store.lockAdder(tx, ctx.cityId, which)
    if (addedBy === undefined) throw notFound('Diese Anlage')
    if (!mayRemove(ctx.actor, addedBy)) throw new Problem(403, 'not-yours', NOT_YOURS)
    await store.deleteAttachment(tx, ctx.cityId, id)
    const data = { attachmentId: id, because: 'by-hand' } as const
    await emitAttachment(tx, ctx, 'case.attachment-removed', { id, caseId }, data)
    await recordDeed(tx, ctx, 'case.attachment-removed', { kind: 'attachment', id }, null)
  })
}

const NOT_YOURS = 'Löschen kann eine Anlage nur, wer sie hinzugefügt hat, oder die Teamleitung.'
