import type { StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { emitCase } from './events.ts'
import { writeNote } from './writeNote.ts'

/**
 * The citizen called again about an open case: what was said joins it, in the caller's transaction. Whoever answered
 * need not see the case for that.
 */
export async function noteReturnCall(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
  { callId, text }: { callId: string; text: string },
): Promise<void> {
  await emitCase(tx, ctx, 'case.called-again', { id: caseId, caseId }, { callId })
  await writeNote(tx, ctx, caseId, text)
}
