import { teamScope } from '../../cases/index.ts'
import { serviceHoursOf } from '../../city/index.ts'
import { recordLookOnce } from '../../platform/audit/audit.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { startOfDay } from './startOfDay.ts'
import type { Worklist } from '../contract.ts'
import { presentItem } from './presentItem.ts'
import { presentProposal } from '../proposals/presentProposal.ts'
import { listProposals } from '../proposals/proposalStore.ts'
import type { Scope } from '../store.ts'
import * as store from './worklistStore.ts'

/** The open callbacks of the own teams, of all teams for leads and administrators, ordered by the promise. */
export async function readWorklist(ctx: StaffContext): Promise<Worklist> {
  requireRole(ctx, ...CITY_STAFF)
  const scope = teamScope(ctx.actor)
  const now = ctx.clock.now()
  await recordTeamLook(ctx, scope)
  const { timeZone } = await serviceHoursOf(ctx.db, ctx.cityId)
  const rows = await store.listRows(ctx.db, ctx.cityId, { scope })
  const day = { from: startOfDay(now, timeZone) }
  const { open, kept, decided } = await store.countCallbacks(ctx.db, ctx.cityId, scope, day)
  const viewer = { accountId: ctx.actor.accountId, now, timeZone }
  const items = rows.map((row) => presentItem(row, viewer))
  const atRisk = items.filter(({ risk }) => risk === 'late' || risk === 'soon').length
  const proposals = (await listProposals(ctx.db, ctx.cityId, scope)).map(presentProposal)
  return { open, atRisk, keptToday: kept, decidedToday: decided, items, proposals }
}

/** Writes a look at the list of these teams, once for a list that stays open. */
export const recordTeamLook = (ctx: StaffContext, scope: Scope): Promise<void> =>
  recordLookOnce(ctx.db, ctx, 'worklist.read', {
    kind: 'worklist',
    id: scope === 'all' ? 'all' : scope.join(' '),
  })
