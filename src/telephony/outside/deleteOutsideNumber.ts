import { inTransaction, requireRole, type StaffContext } from '../../platform/context.ts'
import { notFound } from '../../platform/problems.ts'
import * as store from '../talk/talkStore.ts'
import { emitOutside } from './events.ts'

/** From now on nobody can be put through there. @throws Problem 404 */
export async function deleteOutsideNumber(ctx: StaffContext, id: string): Promise<void> {
  requireRole(ctx, 'admin')
  await inTransaction(ctx, async (tx) => {
    if (!(await store.deleteOutsideNumber(tx, ctx.cityId, id))) throw notFound('Dieses Ziel')
    await emitOutside(tx, ctx, 'outside-number.changed', { id }, { what: 'deleted' })
  })
}
