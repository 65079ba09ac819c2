import { recordDeed } from '../../platform/audit/audit.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { emitCallback } from '../events.ts'
import type { Callback } from '../model.ts'

/** That somebody of the staff wrote the number of a case anew: on its timeline and in the audit trail, neither number in it. */
export async function noteCorrected(
  tx: Tx,
  ctx: StaffContext,
  { id, caseId, practice }: Pick<Callback, 'id' | 'caseId' | 'practice'>,
): Promise<void> {
  await emitCallback(tx, ctx, 'callback.number-corrected', { id, caseId }, { practice })
  await recordDeed(tx, ctx, 'callback.correct-number', { kind: 'callback', id }, null)
}
