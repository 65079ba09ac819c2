import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, type StaffContext } from '../../platform/context.ts'
import { addAttachment } from './addAttachment.ts'
import type { AttachmentAdded } from './contract.ts'
import { requireCase } from './requireCase.ts'

/** A member of staff adds a file. @throws Problem as `addAttachment`, 403 for another team's case */
export function uploadAttachment(
  ctx: StaffContext,
  caseId: string,
  file: { name: string; bytes: Buffer },
): Promise<AttachmentAdded> {
  return inTransaction(ctx, async (tx) => {
    await requireCase(tx, ctx, caseId)
    const added = await addAttachment(tx, ctx, caseId, file)
    if (!added.joined)
      await recordDeed(tx, ctx, 'case.attachment-added', { kind: 'attachment', id: added.id }, null)
    return added
  })
}
