import type { StaffContext } from '../platform/context.ts'
import type { Reader, Tx } from '../platform/db/connect.ts'
import { notFound } from '../platform/problems.ts'
import type { Case } from './model.ts'
import { requireTeam } from './scope.ts'
import { findCase, lockCase } from './store.ts'

/** The case that somebody names who may work it. @throws Problem 404, 403 for another team's */
export const caseOfTeam = async (reader: Reader, ctx: StaffContext, id: string): Promise<Case> =>
  ofTeam(ctx, await findCase(reader, ctx.cityId, { id }))

/** The same, locked until the transaction ends: nobody closes it or hands it over meanwhile. */
export const lockCaseOfTeam = async (tx: Tx, ctx: StaffContext, id: string): Promise<Case> =>
  ofTeam(ctx, await lockCase(tx, ctx.cityId, id))

function ofTeam(ctx: StaffContext, found: Case | null): Case {
  if (!found) throw notFound('Dieses Anliegen')
  requireTeam(ctx.actor, found.teamId)
  return found
}
