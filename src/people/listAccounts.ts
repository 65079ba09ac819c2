import { requireRole, type StaffContext } from '../platform/context.ts'
import { speech } from '../shared/speech.ts'
import type { AccountView } from './contract.ts'
import * as store from './store.ts'

/** Every account of the city, also the inactive ones, by name. */
export async function listAccounts(ctx: StaffContext): Promise<AccountView[]> {
  requireRole(ctx, 'admin')
  return (await store.listAccounts(ctx.db, ctx.cityId)).map((row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    providerId: row.provider_id,
    teamIds: row.team_ids,
    skills: row.skills,
    deputyId: row.deputy_id,
    languages: speech.array().parse(row.languages),
    active: row.active,
    secondFactor: row.second_factor,
  }))
}
