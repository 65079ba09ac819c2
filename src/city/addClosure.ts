import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import type { ClosureView } from './contract.ts'
import { emit } from './events.ts'
import { tellingTheField } from './fieldOfConstraint.ts'
import * as store from './store.ts'

/** Closes the city for a whole day, with the reason that agents read aloud. */
export async function addClosure(ctx: StaffContext, closure: ClosureView): Promise<void> {
  requireRole(ctx, 'admin')
  await tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      await store.insertClosure(tx, { city_id: ctx.cityId, ...closure })
      await emit(tx, ctx, 'closure.added', { id: ctx.cityId }, { date: closure.date })
    }),
  )
}
