import { serviceHoursOf } from '../../city/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { ShiftView } from '../contract.ts'
import { CALLERS } from './hands.ts'
import { presentItem } from './presentItem.ts'
import * as shift from './shiftStore.ts'

/** What this person still has in hand or is named for, and who could take it. */
export async function readShift(ctx: StaffContext): Promise<ShiftView> {
  requireRole(ctx, ...CALLERS)
  const { accountId } = ctx.actor
  const rows = await shift.rowsOf(ctx.db, ctx.cityId, accountId)
  const { timeZone } = await serviceHoursOf(ctx.db, ctx.cityId)
  const viewer = { accountId, now: ctx.clock.now(), timeZone }
  const teamIds = [...new Set(rows.map((row) => row.team_id))]
  const colleagues = await shift.callersOfTeams(ctx.db, ctx.cityId, teamIds)
  return {
    items: rows.map((row) => presentItem(row, viewer)),
    deputyId: await shift.deputyOf(ctx.db, ctx.cityId, accountId),
    colleagues: colleagues.filter(({ id }) => id !== accountId),
  }
}
