import type { Platform, Role, StaffContext } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { hashPassword } from './password.ts'
import { openSession, SESSION_COOKIE } from './session.ts'
import * as store from './store.ts'

export interface GivenAccount {
  account: { id: string; login: string; name: string; password: string; role: Role }
  /** Signed in: the session exists. */
  ctx: StaffContext
  /** Value of the header `cookie`, for tests through `app.request()`. */
  cookie: string
}

export interface AccountOverrides {
  login?: string
  name?: string
  /** Default by role: agent service desk, clerk office, report team reports, lead all, admin none. */
  teamIds?: readonly string[]
  active?: boolean
}

const PASSWORD = 'ein-langes-testkennwort'
let passwordHash: Promise<string> | null = null

const TEAM_KINDS = {
  agent: ['service-desk'],
  clerk: ['office'],
  report: ['reports'],
  lead: ['service-desk', 'office', 'reports', 'department'],
  admin: [],
} as const satisfies Record<Role, readonly string[]>

/** An account of the role in a city of `givenCity`, signed in; each call makes another one. */
export async function givenAccount(
  platform: Platform,
  cityId: string,
  role: Role,
  overrides: AccountOverrides = {},
): Promise<GivenAccount> {
  const id = newId()
  const login = overrides.login ?? `${role}-${id.slice(-12)}`
  const name = overrides.name ?? `Test ${role}`
  passwordHash ??= hashPassword(PASSWORD)
  await store.insertAccount(platform.db, {
    city_id: cityId,
    id,
    login,
    name,
    role,
    provider_id: role === 'agent' ? await firstProvider(platform, cityId) : null,
    password_hash: await passwordHash,
    active: overrides.active ?? true,
    created_at: platform.clock.now(),
  })
  const teamIds = overrides.teamIds ?? (await teamsOfKinds(platform, cityId, TEAM_KINDS[role]))
  await store.replaceTeams(platform.db, cityId, id, teamIds)
  const session = await openSession(platform, platform.db, { cityId, id }, 'test')
  return {
    account: { id, login, name, password: PASSWORD, role },
    ctx: {
      ...platform,
      cityId,
      actor: { kind: 'account', accountId: id, sessionId: session.id, role, name, teamIds },
    },
    cookie: `${SESSION_COOKIE}=${session.token}`,
  }
}

async function firstProvider(platform: Platform, cityId: string): Promise<string> {
  const row = await platform.db
    .selectFrom('provider')
    .select('id')
    .where('city_id', '=', cityId)
    .orderBy('name')
    .executeTakeFirstOrThrow()
  return row.id
}

async function teamsOfKinds(platform: Platform, cityId: string, kinds: readonly string[]): Promise<string[]> {
  const rows = await platform.db
    .selectFrom('team')
    .select(['id', 'kind'])
    .where('city_id', '=', cityId)
    .orderBy('id')
    .execute()
  return rows.filter((row) => kinds.includes(row.kind)).map((row) => row.id)
}
