import { requireTeam } from '../../cases/index.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { emitCallback } from '../events.ts'
import { CALLERS } from './hands.ts'
import * as store from '../store.ts'

/**
 * Takes a waiting callback; of any number who try at once one gets it.
 * @throws Problem 409 `taken` when somebody else was faster, 404, 403 for another team's
 */
export async function takeCallback(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, ...CALLERS)
  const found = await store.findCallback(ctx.db, ctx.cityId, id)
  if (!found) throw notFound('Diesen Rückruf')
  requireTeam(ctx.actor, found.teamId)
  await inTransaction(ctx, (tx) => takeOwn(tx, ctx, id))
}

/** Takes a waiting callback in the caller's transaction. @throws Problem 409 `taken` */
export async function takeOwn(tx: Tx, ctx: StaffContext, id: string): Promise<void> {
  const owner = { id: ctx.actor.accountId, at: ctx.clock.now() }
  const taken = await store.takeWaiting(tx, ctx.cityId, id, owner)
  if (!taken) throw conflict('taken', 'Diesen Rückruf hat gerade jemand anderes übernommen.')
  const { caseId } = taken
  await emitCallback(tx, ctx, 'callback.taken', { id, caseId, at: owner.at }, { ownerId: owner.id })
}
