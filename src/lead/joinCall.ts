import { requireRole, type StaffContext } from '../platform/context.ts'
import type { LeadTools } from '../telephony/index.ts'

/** Into a conversation, openly; only who has a telephone here can. @throws Problem 409 */
export async function joinCall(
  ctx: StaffContext,
  switchboard: Pick<LeadTools, 'joinCall'>,
  callId: string,
): Promise<void> {
  requireRole(ctx, 'lead')
  await switchboard.joinCall(ctx, callId)
}

/** Out again; the others go on talking. */
export async function leaveCall(
  ctx: StaffContext,
  switchboard: Pick<LeadTools, 'leaveCall'>,
  callId: string,
): Promise<void> {
  requireRole(ctx, 'lead')
  await switchboard.leaveCall(ctx, callId)
}
