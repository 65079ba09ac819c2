import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { notFound } from '../platform/problems.ts'
import { checkService } from './checkService.ts'
import type { catalogueInput } from './contract.ts'
import { emit } from './events.ts'
import { forget } from './offered.ts'
import * as store from './store.ts'

type Input = z.output<typeof catalogueInput>

/** Changes a service, or switches it off; its id stays. @throws Problem 404, 422 */
export async function changeService(
  ctx: StaffContext,
  id: string,
  { active, ...fields }: Input,
): Promise<void> {
  requireRole(ctx, 'admin')
  const service = checkService({ ...fields, id })
  await inTransaction(ctx, async (tx) => {
    const found = await store.updateService(tx, ctx.cityId, { service, active, updatedAt: ctx.clock.now() })
    if (!found) throw notFound('Diese Leistung')
    await emit(tx, ctx, 'service.changed', { id }, { active })
  })
  forget(ctx, ctx.cityId)
}
