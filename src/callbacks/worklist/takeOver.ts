import { writeNote } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import { emitCallback } from '../events.ts'
import { CALLERS, isColleagues, lockOfTeam, NOBODY_NAMED, requireNoAttempt } from './hands.ts'
import * as store from '../store.ts'
import { takeOwn } from './take.ts'

/**
 * Takes a callback that a colleague has in hand, or that waits for one; the reason stands in the case's story. One that
 * nobody has and that waits for nobody is simply taken.
 * @throws Problem 409 `attempt-open` while the colleague calls, `callback-done`, 404, 403 for another team's
 */
export async function takeOver(ctx: StaffContext, id: string, { reason }: { reason: string }): Promise<void> {
  requireRole(ctx, ...CALLERS)
  await inTransaction(ctx, async (tx) => {
    const callback = await lockOfTeam(tx, ctx, id)
    if (callback.state === 'done') throw conflict('callback-done', 'Dieser Rückruf ist schon abgeschlossen.')
    const fromId = callback.ownerId ?? callback.reservedFor
    if (!fromId || !isColleagues(ctx, callback)) return takeOwn(tx, ctx, id)
    await requireNoAttempt(tx, ctx, callback)
    const { caseId } = callback
    const [ownerId, at] = [ctx.actor.accountId, ctx.clock.now()]
    const hands = { state: 'taken', owner_id: ownerId, taken_at: at, ...NOBODY_NAMED } as const
    await store.updateCallback(tx, ctx.cityId, id, hands)
    await emitCallback(tx, ctx, 'callback.taken', { id, caseId, at }, { ownerId, fromId })
    return writeNote(tx, ctx, caseId, `Rückruf übernommen: ${reason}`)
  })
}
