import { asSystem, inTransaction, type Platform, type StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { conflict } from '../platform/problems.ts'
import { tellingTheField } from './accountFields.ts'
import { emit } from './events.ts'
import { hashPassword } from './password.ts'
import * as store from './store.ts'

/**
 * The account that can make all others, for a city that has none; only the command line does this.
 * @returns its context, with which the city is set up @throws Problem 409 when the city has accounts, 422
 */
export async function createFirstAdministrator(
  platform: Platform,
  cityId: string,
  { login, name, password }: { login: string; name: string; password: string },
): Promise<StaffContext> {
  const id = newId()
  const passwordHash = await hashPassword(password)
  await tellingTheField(() =>
    inTransaction(platform, async (tx) => {
      if ((await store.listAccounts(tx, cityId)).length > 0) {
        throw conflict('has-accounts', 'Diese Stadt hat schon Konten.')
      }
      await store.insertAccount(tx, {
        city_id: cityId,
        id,
        login,
        name,
        role: 'admin',
        password_hash: passwordHash,
        created_at: platform.clock.now(),
      })
      await emit(tx, asSystem(platform, cityId), 'account.changed', { id }, { role: 'admin', active: true })
    }),
  )
  const actor = {
    kind: 'account',
    accountId: id,
    sessionId: newId(),
    role: 'admin',
    name,
    teamIds: [],
  } as const
  return { ...platform, cityId, actor }
}
