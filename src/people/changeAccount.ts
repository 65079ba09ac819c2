import type { z } from 'zod'
import { inTransaction, requireRole, type StaffContext } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { checkProvider, tellingTheField } from './accountFields.ts'
import type { changeAccountInput } from './contract.ts'
import { endSessions } from './endSessions.ts'
import { emit } from './events.ts'
import { hashPassword } from './password.ts'
import * as store from './store.ts'

type Change = z.output<typeof changeAccountInput>

/**
 * Changes an account. Switching it off, or a new password, ends its sessions at once; role and teams count
 * from the next request. @throws Problem 404, 422
 */
export async function changeAccount(ctx: StaffContext, id: string, input: Change): Promise<void> {
  requireRole(ctx, 'admin')
  checkProvider(input.role, input.providerId)
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  await tellingTheField(() =>
    inTransaction(ctx, async (tx) => {
      await keepAnAdministrator(tx, ctx, id, input)
      const found = await store.updateAccount(tx, ctx.cityId, id, {
        name: input.name,
        role: input.role,
        provider_id: input.providerId,
        active: input.active,
        ...(input.skills ? { skills: input.skills } : {}),
        ...(input.languages ? { languages: input.languages } : {}),
        ...(input.deputyId === undefined ? {} : { deputy_id: input.deputyId }),
        ...(passwordHash === null ? {} : { password_hash: passwordHash }),
        ...(input.removeSecondFactor ? store.WITHOUT_SECOND_FACTOR : {}),
      })
      if (!found) throw notFound('Dieses Konto')
      await store.replaceTeams(tx, ctx.cityId, id, input.teamIds)
      if (!input.active || passwordHash !== null) {
        await endSessions(tx, ctx, { accountId: id, except: ctx.actor.sessionId }, 'account-changed')
      }
      await emit(tx, ctx, 'account.changed', { id }, { role: input.role, active: input.active })
    }),
  )
}

/** Somebody must be left who can change accounts. The rows are locked: two may not step back at once. */
async function keepAnAdministrator(tx: Tx, ctx: StaffContext, id: string, input: Change): Promise<void> {
  if (input.role === 'admin' && input.active) return
  const administrators = await store.lockAdministrators(tx, ctx.cityId)
  if (administrators.length > 1 || administrators[0] !== id) return
  const sentence = 'Das ist das letzte Konto mit Verwaltungsrecht. Bitte zuerst ein anderes anlegen.'
  throw invalid(input.active ? { role: sentence } : { active: sentence })
}
