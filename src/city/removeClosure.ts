import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { notFound } from '../platform/problems.ts'
import { emit } from './events.ts'
import * as store from './store.ts'

/** @param date 'YYYY-MM-DD' @throws Problem 404 */
export async function removeClosure(ctx: StaffContext, date: string): Promise<void> {
  requireRole(ctx, 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await store.deleteClosure(tx, ctx.cityId, date))) throw notFound('Diese Schließung')
    await emit(tx, ctx, 'closure.removed', { id: ctx.cityId }, { date })
  })
}
