import { writeNote } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import * as attempts from '../attempts/attemptStore.ts'
import { emitCallback } from '../events.ts'
import { CALLERS, lockOwn } from './hands.ts'
import * as store from '../store.ts'

/** Puts an own callback back into the list. @throws Problem 409 while an attempt is open */
export async function giveBack(ctx: StaffContext, id: string, input: { reason: string }): Promise<void> {
  requireRole(ctx, ...CALLERS)
  await inTransaction(ctx, async (tx) => {
    const { caseId } = await lockOwn(tx, ctx, id)
    const tried = await attempts.attemptsOf(tx, ctx.cityId, id)
    if (tried.some((attempt) => !attempt.closedAt)) {
      throw conflict('attempt-open', 'Bitte zuerst eintragen, was der Anrufversuch ergeben hat.')
    }
    await store.updateCallback(tx, ctx.cityId, id, { state: 'waiting', owner_id: null, taken_at: null })
    await emitCallback(tx, ctx, 'callback.given-back', { id, caseId }, {})
    await writeNote(tx, ctx, caseId, `Rückruf zurückgegeben: ${input.reason}`)
  })
}
