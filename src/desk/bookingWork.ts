import { ownCallback } from '../callbacks/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import { conflict } from '../platform/problems.ts'
import { ownCall } from './callInHand.ts'
import { DESK_ROLES } from './roles.ts'
import * as store from './store.ts'

/** What somebody is busy with while looking for an appointment. */
export type BookingWork = { kind: 'call' | 'callback'; id: string }

/**
 * Lets pass who has the call or the callback in hand: nobody books in anybody else's.
 * @returns whether it is practice: then nothing is held and nothing booked
 * @throws Problem 404, 403, 409 once the record is complete
 */
export async function requireWork(
  ctx: StaffContext,
  { kind, id }: BookingWork,
): Promise<{ practice: boolean }> {
  if (kind === 'callback') return ownCallback(ctx, id)
  requireRole(ctx, ...DESK_ROLES)
  const call = await ownCall(ctx.db, ctx, id)
  if (!call.answeredAt) throw conflict('not-answered', 'Dieser Anruf ist noch nicht angenommen.')
  const intake = await store.findIntake(ctx.db, ctx.cityId, id)
  if (intake?.completedAt)
    throw conflict('complete', 'Dieser Anruf ist schon abgeschlossen. Termine bucht, wer im Gespräch ist.')
  return call
}
