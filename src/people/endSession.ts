import { inTransaction, type StaffContext } from '../platform/context.ts'
import { notFound } from '../platform/problems.ts'
import { endSessions } from './endSessions.ts'

/** Ends one of the account's own sessions, wherever it is open. @param id a uuid @throws Problem 404 */
export async function endSession(ctx: StaffContext, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ended = await endSessions(tx, ctx, { accountId: ctx.actor.accountId, only: id }, 'ended')
    if (ended === 0) throw notFound('Diese Anmeldung')
  })
}
