import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { CITY_STAFF } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import { requireTeam } from './scope.ts'
import * as store from './store.ts'
import { writeNote } from './writeNote.ts'

/** @throws Problem 404 for no such case, 403 for another team's */
export async function addNote(ctx: StaffContext, caseId: string, input: { text: string }): Promise<void> {
  requireRole(ctx, ...CITY_STAFF)
  await inTransaction(ctx, async (tx) => {
    const found = await store.findCase(tx, ctx.cityId, { id: caseId })
    if (!found) throw notFound('Dieses Anliegen')
    requireTeam(ctx.actor, found.teamId)
    await writeNote(tx, ctx, caseId, input.text)
  })
}
