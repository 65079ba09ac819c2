import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/connect.ts'
import { endSessions } from './endSessions.ts'
import { emit } from './events.ts'
import { absentAccountHash } from './password.ts'
import * as store from './store.ts'

/**
 * Closes every account of a provider for good, in the caller's transaction: signed out, with no password, second factor,
 * team or language, and with no name. What they did stays with their account, of which nobody can tell any more whose it was.
 * @returns how many accounts and sessions there were
 */
export async function closeAccountsOf(
  tx: Tx,
  ctx: Context,
  providerId: string,
): Promise<{ accounts: number; sessions: number }> {
  const ids = await store.accountsOfProvider(tx, ctx.cityId, providerId)
  const nobody = await absentAccountHash()
  let sessions = 0
  for (const [n, id] of ids.entries()) {
    await store.updateAccount(tx, ctx.cityId, id, {
      name: `Ehemals Dienstleister ${n + 1}`,
      login: `ehemals-${id}`,
      password_hash: nobody,
      active: false,
      skills: [],
      languages: [],
      deputy_id: null,
      ...store.WITHOUT_SECOND_FACTOR,
    })
    await store.replaceTeams(tx, ctx.cityId, id, [])
    sessions += await endSessions(tx, ctx, { accountId: id }, 'account-changed')
    await emit(tx, ctx, 'account.changed', { id }, { role: 'agent', active: false })
  }
  return { accounts: ids.length, sessions }
}
