import { serviceHoursOf } from '../../city/index.ts'
import type { StaffContext } from '../../platform/context.ts'
import type { NextInput, WorklistItem } from '../contract.ts'
import { presentItem } from './presentItem.ts'
import { recordTeamLook } from './readWorklist.ts'
import { teamScope } from '../../cases/index.ts'
import { peekNext } from './takeNext.ts'
import { listRows } from './worklistStore.ts'

/** So many a calm list shows. */
const SHOWN = 2

/** The next best two for this person, the best first; nothing is taken. */
export async function readUpcoming(ctx: StaffContext, only: NextInput): Promise<{ items: WorklistItem[] }> {
  const ids = await peekNext(ctx, only, SHOWN)
  const now = ctx.clock.now()
  await recordTeamLook(ctx, teamScope(ctx.actor))
  const { timeZone } = await serviceHoursOf(ctx.db, ctx.cityId)
  const viewer = { accountId: ctx.actor.accountId, now, timeZone }
  const rows = await Promise.all(ids.map((id) => listRows(ctx.db, ctx.cityId, { id })))
  return { items: rows.flat().map((row) => presentItem(row, viewer)) }
}
