import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/problems.ts'
import type { providerInput } from './contract.ts'
import { emit } from './events.ts'
import { tellingTheField } from './fieldOfConstraint.ts'
import * as store from './store.ts'

/** Adds a provider (`id` null) or changes one. @returns its id @throws Problem 404, 422 */
export async function saveProvider(
  ctx: StaffContext,
  id: string | null,
  input: z.output<typeof providerInput>,
): Promise<string> {
  requireRole(ctx, 'admin')
  const row = { name: input.name, contract_on: input.contractOn }
  return tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      const providerId = id ?? newId()
      if (id === null) await store.insertProvider(tx, { city_id: ctx.cityId, id: providerId, ...row })
      else if (!(await store.updateProvider(tx, ctx.cityId, id, row))) throw notFound('Diesen Dienstleister')
      await emit(tx, ctx, 'provider.changed', { id: providerId }, {})
      return providerId
    }),
  )
}
