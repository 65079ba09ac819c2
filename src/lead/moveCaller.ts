import type { z } from 'zod'
import { requireRole, type StaffContext } from '../platform/context.ts'
import type { LeadTools } from '../telephony/index.ts'
import type { moveInput } from './contract.ts'

/** Somebody who waits goes to the front, to another line or to another team. @throws Problem 404, 409 */
export async function moveCaller(
  ctx: StaffContext,
  switchboard: Pick<LeadTools, 'moveCaller'>,
  callId: string,
  { to, reason }: z.output<typeof moveInput>,
): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await switchboard.moveCaller(ctx, callId, to, reason)
}
