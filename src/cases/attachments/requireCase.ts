import { requireRole, type StaffContext } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { CITY_STAFF } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { requireTeam } from '../scope.ts'
import { findCase } from '../store.ts'

/** The provider's agents have nothing to do with files. @throws Problem 403, also for another team's case, 404 for none */
export async function requireCase(reader: Reader, ctx: StaffContext, caseId: string): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  const found = await findCase(reader, ctx.cityId, { id: caseId })
  if (!found) throw notFound('Dieses Anliegen')
  requireTeam(ctx.actor, found.teamId)
}
