import { recordLook, recordLookOnce } from '../../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { DAY_STAFF } from './hands.ts'

/** Writes that this account looked at who comes. @param id the office and the day, or what else the list is of */
export const recordDayLook = (
  ctx: StaffContext,
  action: 'office-day.read' | 'appointments-to-settle.read',
  id: string,
): Promise<void> => recordLookOnce(ctx.db, ctx, action, { kind: 'office-day', id })

/** Writes that this account printed who comes that day. @param id the office and the day */
export async function recordPrint(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, ...DAY_STAFF)
  await recordLook(ctx.db, ctx, 'office-day.printed', { kind: 'office-day', id })
}
