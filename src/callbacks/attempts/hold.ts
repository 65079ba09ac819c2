import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import type { Switchboard } from '../../telephony/index.ts'
import { attemptsOf } from './attemptStore.ts'
import { emitCallback } from '../events.ts'
import { CALLERS, lockOwn } from '../worklist/hands.ts'

/** Music for the citizen of an own callback's conversation, or back. @throws Problem 404, 403, 409 */
export async function hold(
  ctx: StaffContext,
  switchboard: Switchboard,
  id: string,
  held: boolean,
): Promise<void> {
  requireRole(ctx, ...CALLERS)
  const { caseId, attemptId } = await inTransaction(ctx, async (tx) => {
    const own = await lockOwn(tx, ctx, id)
    const open = (await attemptsOf(tx, ctx.cityId, id)).find((attempt) => !attempt.closedAt)
    if (!open?.answeredAt || open.hungUpAt || open.via === 'tel')
      throw conflict('no-conversation', 'Sie sprechen gerade nicht miteinander.')
    return { caseId: own.caseId, attemptId: open.id }
  })
  await switchboard.holdDial(ctx, attemptId, held)
  const kind = held ? 'attempt.held' : 'attempt.resumed'
  await inTransaction(ctx, (tx) => emitCallback(tx, ctx, kind, { id, caseId }, { callbackId: id }))
}
