import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { conflict } from '../platform/problems.ts'
import { emitCase } from './events.ts'
import type { CaseOutcome } from './model.ts'
import * as store from './store.ts'

/**
 * Ends an open case in the caller's transaction. One that owes an answer stays open until `giveAnswer`.
 * @throws Problem 409 when it is not open
 */
export async function closeCase(tx: Tx, ctx: Context, caseId: string, outcome: CaseOutcome): Promise<void> {
  const at = ctx.clock.now()
  const closed = await store.closeOpenCase(tx, ctx.cityId, caseId, outcome, at)
  if (!closed) {
    if (await store.owesAnswer(tx, ctx.cityId, caseId)) return
    throw conflict('case-closed', 'Dieses Anliegen ist schon abgeschlossen.')
  }
  const { practice } = closed
  await emitCase(tx, ctx, 'case.closed', { id: caseId, caseId, at }, { outcome, practice })
}
