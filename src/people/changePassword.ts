import type { z } from 'zod'
import { inTransaction, type StaffContext } from '../platform/context.ts'
import { invalid } from '../platform/problems.ts'
import { checkOwnPassword } from './checkOwnPassword.ts'
import type { changePasswordInput } from './contract.ts'
import { endSessions } from './endSessions.ts'
import { hashPassword } from './password.ts'
import * as store from './store.ts'

/** Replaces the own password and ends every other session of the account. @throws Problem 422, 429 */
export async function changePassword(
  ctx: StaffContext,
  input: z.output<typeof changePasswordInput>,
): Promise<void> {
  await checkOwnPassword(ctx, input.current, 'current')
  if (input.password === input.current) {
    throw invalid({ password: 'Bitte ein anderes Kennwort als das jetzige wählen.' })
  }
  const { accountId, sessionId } = ctx.actor
  const passwordHash = await hashPassword(input.password)
  await inTransaction(ctx, async (tx) => {
    await store.updateAccount(tx, ctx.cityId, accountId, { password_hash: passwordHash })
    await endSessions(tx, ctx, { accountId, except: sessionId }, 'password-changed')
  })
}
