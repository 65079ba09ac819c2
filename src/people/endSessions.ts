import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { emit, type EndOfSession } from './events.ts'
import * as store from './store.ts'

/** Ends sessions of an account, each with its event, in the caller's transaction. @returns how many there were */
export async function endSessions(
  tx: Tx,
  ctx: Context,
  which: { accountId: string; only?: string; except?: string },
  why: EndOfSession,
): Promise<number> {
  const ended = await store.deleteSessions(tx, ctx.cityId, which)
  for (const id of ended) await emit(tx, ctx, 'session.ended', { id }, { why })
  return ended.length
}
