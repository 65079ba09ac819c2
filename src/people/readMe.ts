import { cityOf, teamsOf } from '../city/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { notSignedIn } from '../platform/problems.ts'
import { speech } from '../shared/speech.ts'
import type { Me } from './contract.ts'
import * as store from './store.ts'

/** Who is signed in, for the head of every page. */
export async function readMe(ctx: StaffContext): Promise<Me> {
  const { db, cityId, actor } = ctx
  const account = await store.findAccount(db, cityId, actor.accountId)
  if (!account) throw notSignedIn()
  const { id, name, title, timeZone, demo } = await cityOf(db, cityId)
  const teams = await teamsOf(db, cityId)
  return {
    id: account.id,
    name: account.name,
    login: account.login,
    role: account.role,
    city: { id, name, title, timeZone, demo },
    teams: teams
      .filter((team) => actor.teamIds.includes(team.id))
      .map((team) => ({ id: team.id, name: team.name })),
    secondFactor: account.totp_secret !== null,
    languages: speech.array().parse(account.languages),
  }
}
