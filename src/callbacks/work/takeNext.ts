import { teamScope } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { Problem } from '../../platform/problems.ts'
import { emitCallback } from '../events.ts'
import { CALLERS } from './hands.ts'
import * as store from '../store.ts'

/**
 * Takes the next callback of the own teams by the promise.
 * @returns its id
 * @throws Problem 404 `nothing-waits`
 */
export async function takeNext(ctx: StaffContext): Promise<string> {
  requireRole(ctx, ...CALLERS)
  return inTransaction(ctx, async (tx) => {
    const owner = { id: ctx.actor.accountId, at: ctx.clock.now() }
    const scope = teamScope(ctx.actor)
    const taken = scope.length === 0 ? null : await store.takeNextWaiting(tx, ctx.cityId, scope, owner)
    if (!taken) throw new Problem(404, 'nothing-waits', 'Zurzeit wartet kein Rückruf.')
    const { id, caseId } = taken
    await emitCallback(tx, ctx, 'callback.taken', { id, caseId, at: owner.at }, { ownerId: owner.id })
    return id
  })
}
