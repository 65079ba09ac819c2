import type { StaffContext } from '../platform/context.ts'
import type { SessionView } from './contract.ts'
import { IDLE_MS } from './session.ts'
import * as store from './store.ts'

/** Where this account is signed in now, the latest first. */
export async function listSessions(ctx: StaffContext): Promise<SessionView[]> {
  const now = ctx.clock.now()
  const idleSince = new Date(now.getTime() - IDLE_MS)
  const rows = await store.listSessions(ctx.db, ctx.cityId, ctx.actor.accountId, now, idleSince)
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    userAgent: row.user_agent,
    current: row.id === ctx.actor.sessionId,
  }))
}
