import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import { emitCallback } from '../events.ts'
import { CALLERS, isColleagues, lockOfTeam } from './hands.ts'
import * as store from '../store.ts'

/**
 * Takes a waiting callback; of any number who try at once one gets it.
 * @throws Problem 409 `taken` when somebody else was faster, `reserved` when it waits for a colleague, 404, 403 for another team's
 */
export async function takeCallback(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, ...CALLERS)
  await inTransaction(ctx, async (tx) => {
    const callback = await lockOfTeam(tx, ctx, id)
    if (callback.state === 'waiting' && isColleagues(ctx, callback)) throw reserved()
    await takeOwn(tx, ctx, id)
  })
}

/** Takes a waiting callback in the caller's transaction. @throws Problem 409 `taken` */
export async function takeOwn(tx: Tx, ctx: StaffContext, id: string): Promise<void> {
  const owner = { id: ctx.actor.accountId, at: ctx.clock.now() }
  const taken = await store.takeWaiting(tx, ctx.cityId, id, owner)
  if (!taken) throw conflict('taken', 'Diesen Rückruf hat gerade jemand anderes übernommen.')
  const { caseId } = taken
  await emitCallback(tx, ctx, 'callback.taken', { id, caseId, at: owner.at }, { ownerId: owner.id })
}

const reserved = () =>
  conflict(
    'reserved',
    'Dieser Rückruf wartet auf eine bestimmte Person. Öffnen Sie ihn; mit einem Grund können Sie ihn übernehmen.',
  )
