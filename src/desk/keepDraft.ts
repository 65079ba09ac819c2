import { requireRole, type StaffContext } from '../platform/context.ts'
import { ownCall } from './callInHand.ts'
import type { IntakeDraft } from './contract.ts'
import { DESK_ROLES } from './roles.ts'
import * as store from './store.ts'

/**
 * Keeps what was typed so far, on each pause in typing. A draft that arrives after the record was completed is
 * older than it and changes nothing.
 * @throws Problem 404, 403 for somebody else's call
 */
export async function keepDraft(ctx: StaffContext, callId: string, draft: IntakeDraft): Promise<void> {
  requireRole(ctx, ...DESK_ROLES)
  await ownCall(ctx.db, ctx, callId)
  const row = { accountId: ctx.actor.accountId, draft, at: ctx.clock.now() }
  await store.saveDraft(ctx.db, ctx.cityId, callId, row)
}
