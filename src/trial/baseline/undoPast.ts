import { cityOf } from '../../city/index.ts'
import { recordDeed } from '../../platform/audit/audit.ts'
import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { conflict, notFound } from '../../platform/problems.ts'
import { emit } from '../events.ts'
import * as store from './pastStore.ts'

/** Takes an import back, with its file and what was read of it. @throws Problem 409 when a closed trial was compared with it, 404, 403 */
export async function undoPast(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'lead', 'admin')
  await inTransaction(ctx, async (tx) => {
    const { timeZone } = await cityOf(tx, ctx.cityId)
    if (await store.isCounted(tx, ctx.cityId, id, timeZone))
      throw conflict('counted', 'Mit dieser Datei ist ein Ergebnis ausgerechnet. Sie bleibt.')
    if (!(await store.deleteImport(tx, ctx.cityId, id))) throw notFound('Diese Datei')
    await emit(tx, ctx, 'past.undone', { id }, {})
    await recordDeed(tx, ctx, 'past.undone', { kind: 'past-import', id }, null)
  })
}
