import type { Platform, StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import * as store from './store.ts'

/** The context of the city's first active administrator, for the command line: who may use it owns the installation. */
export async function asAdministrator(platform: Platform, cityId: string): Promise<StaffContext> {
  const accounts = await store.listAccounts(platform.db, cityId)
  const found = accounts.find(({ role, active }) => role === 'admin' && active)
  if (!found) throw new Error(`city ${cityId} has no active administrator`)
  const { id: accountId, role, name, team_ids: teamIds } = found
  return {
    ...platform,
    cityId,
    actor: { kind: 'account', accountId, sessionId: newId(), role, name, teamIds },
  }
}
