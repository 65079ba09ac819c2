import { recordLook } from '../../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { lookedSince } from './dayListStore.ts'
import { DAY_STAFF } from './hands.ts'

/** A list that stays on the screen reads itself again with each change; that is one look. */
const ONE_LOOK_MS = 15 * 60_000

/** Writes that this account looked at who comes. @param id the office and the day, or what else the list is of */
export async function recordDayLook(
  ctx: StaffContext,
  action: 'office-day.read' | 'appointments-to-settle.read',
  id: string,
): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - ONE_LOOK_MS)
  if (await lookedSince(ctx.db, ctx.cityId, ctx.actor.accountId, { action, id }, since)) return
  await recordLook(ctx.db, ctx, action, { kind: 'office-day', id })
}

/** Writes that this account printed who comes that day. @param id the office and the day */
export async function recordPrint(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, ...DAY_STAFF)
  await recordLook(ctx.db, ctx, 'office-day.printed', { kind: 'office-day', id })
}
