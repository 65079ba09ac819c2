import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/problems.ts'
import type { teamInput } from './contract.ts'
import { emit } from './events.ts'
import { tellingTheField } from './fieldOfConstraint.ts'
import * as store from './store.ts'

/** Adds a team (`id` null) or changes one. @returns its id @throws Problem 404, 422 */
export async function saveTeam(
  ctx: StaffContext,
  id: string | null,
  input: z.output<typeof teamInput>,
): Promise<string> {
  requireRole(ctx, 'admin')
  const row = {
    name: input.name,
    kind: input.kind,
    provider_id: input.providerId,
    callbacks_per_hour: input.callbacksPerHour,
  }
  return tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      const teamId = id ?? newId()
      if (id === null) await store.insertTeam(tx, { city_id: ctx.cityId, id: teamId, ...row })
      else if (!(await store.updateTeam(tx, ctx.cityId, id, row))) throw notFound('Dieses Team')
      await emit(tx, ctx, 'team.changed', { id: teamId }, {})
      return teamId
    }),
  )
}
