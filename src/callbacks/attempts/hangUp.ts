import { requireTeam } from '../../cases/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import type { Switchboard } from '../../telephony/index.ts'
import { attemptsOf } from './attemptStore.ts'
import { CALLERS } from '../worklist/hands.ts'
import { findCallback } from '../store.ts'

/** Ends the call of an own callback's open attempt; harmless when it is over. @throws Problem 404, 403, 409 when it is not own */
export async function hangUp(ctx: StaffContext, switchboard: Switchboard, id: string): Promise<void> {
  requireRole(ctx, ...CALLERS)
  const callback = await findCallback(ctx.db, ctx.cityId, id)
  if (!callback) throw notFound('Diesen Rückruf')
  requireTeam(ctx.actor, callback.teamId)
  if (callback.ownerId !== ctx.actor.accountId) {
    throw conflict('not-yours', 'Diesen Rückruf hat inzwischen jemand anderes übernommen.')
  }
  const open = (await attemptsOf(ctx.db, ctx.cityId, id)).find((attempt) => !attempt.closedAt)
  if (open && open.via !== 'tel') await switchboard.endDial(ctx, open.id)
}
