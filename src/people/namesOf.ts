import type { Role } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import * as store from './store.ts'

/** Who works here, as colleagues speak of them. */
export interface Named {
  id: string
  name: string
  role: Role
  teamIds: readonly string[]
}

/** The active accounts of the city, by name. */
export async function namesOf(reader: Reader, cityId: string): Promise<Named[]> {
  const accounts = await store.listAccounts(reader, cityId)
  return accounts
    .filter(({ active }) => active)
    .map(({ id, name, role, team_ids: teamIds }) => ({ id, name, role, teamIds }))
}
