import { requireTeam } from '../../cases/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { CALLERS } from './hands.ts'
import type { Callback } from '../model.ts'
import * as store from '../store.ts'

/** The callback that this account has in hand. @throws Problem 404, 403, 409 `not-yours` */
export async function ownCallback(ctx: StaffContext, id: string): Promise<Callback> {
  requireRole(ctx, ...CALLERS)
  const found = await store.findCallback(ctx.db, ctx.cityId, id)
  if (!found) throw notFound('Diesen Rückruf')
  requireTeam(ctx.actor, found.teamId)
  if (found.state !== 'taken' || found.ownerId !== ctx.actor.accountId)
    throw conflict('not-yours', 'Diesen Rückruf haben Sie nicht in der Hand.')
  return found
}
