import type { z } from 'zod'
import { inTransaction, type Platform, type StaffContext } from '../platform/context.ts'
import { Problem } from '../platform/problems.ts'
import type { signInInput } from './contract.ts'
import { emit } from './events.ts'
import { absentAccountHash, verifyPassword } from './password.ts'
import { timeStepOf } from './secondFactor.ts'
import { IDLE_MS, openSession } from './session.ts'
import * as store from './store.ts'
import { tryOnce } from './throttle.ts'

export interface SignInRequest {
  /** For the throttle only. */
  address: string
  userAgent: string
}

/**
 * Opens a session for the right password and, where the account has one, the right code.
 * @throws Problem 401 (the same for an unknown login and a wrong password), 429
 */
export async function signIn(
  platform: Platform,
  input: z.output<typeof signInInput>,
  request: SignInRequest,
): Promise<{ token: string; ctx: StaffContext }> {
  const attempt = await tryOnce(platform, 'sign-in', [input.login, request.address])
  const account = await store.findByLogin(platform.db, input.login)
  // Hashed also when there is no account: the time of the answer must not tell which logins exist.
  const right = await verifyPassword(account?.password_hash ?? (await absentAccountHash()), input.password)
  if (!account || !right) throw refuse(platform, account?.id ?? null, 'password')
  if (account.totp_secret !== null) await checkCode(platform, account, account.totp_secret, input.code)
  const opened = await openFor(platform, account, request.userAgent)
  await attempt.succeeded()
  return opened
}

type Account = NonNullable<Awaited<ReturnType<typeof store.findByLogin>>>

async function checkCode(
  platform: Platform,
  account: Account,
  secret: string,
  code: string | undefined,
): Promise<void> {
  if (code === undefined) {
    const ask = 'Bitte den sechsstelligen Code aus Ihrer App eingeben.'
    throw new Problem(401, 'second-factor-needed', ask, { code: ask })
  }
  // Per account, from wherever: with the password known, a million codes would be few for many addresses.
  const attempt = await tryOnce(platform, 'code', [account.id])
  const step = await timeStepOf(secret, code, platform.clock.now())
  // A code opens one session, also when two requests bring it at the same moment.
  const fresh = step !== null && (await store.useTimeStep(platform.db, account.city_id, account.id, step))
  if (!fresh) throw refuse(platform, account.id, 'code')
  await attempt.succeeded()
}

/** Whose sign-in failed is logged by id; what was typed as login never is: people type passwords there. */
function refuse(platform: Platform, accountId: string | null, what: 'password' | 'code'): Problem {
  platform.log.warn({ accountId, what }, 'sign-in refused')
  if (what === 'password') {
    return new Problem(401, 'wrong-sign-in', 'Anmeldename oder Kennwort stimmt nicht.')
  }
  const sentence = 'Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten abwarten.'
  return new Problem(401, 'wrong-code', sentence, { code: sentence })
}

async function openFor(
  platform: Platform,
  account: Account,
  userAgent: string,
): Promise<{ token: string; ctx: StaffContext }> {
  const { city_id: cityId, id, role, name } = account
  return inTransaction(platform, async (tx) => {
    const now = platform.clock.now()
    await store.deleteOldSessions(tx, cityId, now, new Date(now.getTime() - IDLE_MS))
    const session = await openSession(platform, tx, { cityId, id }, userAgent)
    const teamIds = await store.teamIdsOf(tx, cityId, id)
    const actor = { kind: 'account', accountId: id, sessionId: session.id, role, name, teamIds } as const
    const ctx = { ...platform, cityId, actor }
    await emit(tx, ctx, 'session.opened', { id: session.id }, {})
    return { token: session.token, ctx }
  })
}
