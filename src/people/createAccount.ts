import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { checkProvider, tellingTheField } from './accountFields.ts'
import type { createAccountInput } from './contract.ts'
import { emit } from './events.ts'
import { hashPassword } from './password.ts'
import * as store from './store.ts'

/** @returns the id of the new account @throws Problem 422 */
export async function createAccount(
  ctx: StaffContext,
  input: z.output<typeof createAccountInput>,
): Promise<string> {
  requireRole(ctx, 'admin')
  checkProvider(input.role, input.providerId)
  const id = newId()
  const row = {
    city_id: ctx.cityId,
    id,
    login: input.login,
    name: input.name,
    role: input.role,
    provider_id: input.providerId,
    skills: input.skills ?? [],
    deputy_id: input.deputyId ?? null,
    languages: input.languages ?? [],
    password_hash: await hashPassword(input.password),
    created_at: ctx.clock.now(),
  }
  await tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      await store.insertAccount(tx, row)
      await store.replaceTeams(tx, ctx.cityId, id, input.teamIds)
      await emit(tx, ctx, 'account.changed', { id }, { role: input.role, active: true })
    }),
  )
  return id
}
