import { recordLook } from '../../platform/audit/audit.ts'
import type { StaffContext } from '../../platform/context.ts'
import { lookedSince } from './dayListStore.ts'

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
