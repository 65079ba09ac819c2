import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict } from '../../platform/problems.ts'
import type { RosterChanged } from './contract.ts'
import { changed, PLANNERS, teamToPlan } from './hands.ts'
import * as store from './rosterStore.ts'

/** Lets the team's number of callbacks per hour count again. @throws Problem 404, 409 while the roster has entries */
export async function endRoster(ctx: StaffContext, teamId: string): Promise<RosterChanged> {
  requireRole(ctx, ...PLANNERS)
  return inTransaction(ctx, async (tx) => {
    await teamToPlan(tx, ctx, teamId)
    if (!(await store.endRoster(tx, ctx.cityId, teamId))) {
      throw conflict('roster-not-empty', 'Der Dienstplan hat noch Einträge. Bitte zuerst alle löschen.')
    }
    await recordDeed(tx, ctx, 'roster.ended', { kind: 'team', id: teamId }, null)
    return changed(tx, ctx, [teamId])
  })
}
