import type { z } from 'zod'
import { requireRole, type StaffContext } from '../platform/context.ts'
import type { LeadTools } from '../telephony/index.ts'
import type { signOutInput } from './contract.ts'

/** A desk gets no more calls; its agent reads who did that and why. A call in hand goes on. @throws Problem 409 */
export async function signOutAgent(
  ctx: StaffContext,
  switchboard: Pick<LeadTools, 'signOut'>,
  accountId: string,
  { reason }: z.output<typeof signOutInput>,
): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await switchboard.signOut(ctx, accountId, reason)
}
