import { inTransaction, type StaffContext } from '../platform/context.ts'
import { endSessions } from './endSessions.ts'

/** Ends the session of this request. */
export async function signOut(ctx: StaffContext): Promise<void> {
  const { accountId, sessionId } = ctx.actor
  await inTransaction(ctx, (tx) => endSessions(tx, ctx, { accountId, only: sessionId }, 'signed-out'))
}
