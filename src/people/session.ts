import { createHash, randomBytes } from 'node:crypto'
import type { AccountActor, Platform } from '../platform/context.ts'
import type { Reader } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import * as store from './store.ts'

export const SESSION_COOKIE = 'freizeichen_session'
/** A working day with overtime; an unused session ends earlier. */
export const SESSION_MS = 12 * 3_600_000
export const IDLE_MS = 2 * 3_600_000
/** `seen_at` is written at most this often. */
const SEEN_EVERY_MS = 60_000

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session; its token is told here once and stored only as a hash. */
export async function openSession(
  platform: Platform,
  writer: Reader,
  account: { cityId: string; id: string },
  userAgent: string,
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  const now = platform.clock.now()
  await store.insertSession(writer, {
    city_id: account.cityId,
    id,
    token_hash: hashToken(token),
    account_id: account.id,
    created_at: now,
    seen_at: now,
    expires_at: new Date(now.getTime() + SESSION_MS),
    user_agent: userAgent,
  })
  return { id, token }
}

export interface SignedIn {
  cityId: string
  actor: AccountActor
}

/** Who a session token belongs to; null when it is unknown, over, idle for two hours, or its account is switched off. */
export async function findSession(platform: Platform, token: string): Promise<SignedIn | null> {
  const now = platform.clock.now()
  const found = await store.findSession(platform.db, hashToken(token), now, new Date(now.getTime() - IDLE_MS))
  if (!found) return null
  if (now.getTime() - found.seenAt.getTime() > SEEN_EVERY_MS) {
    await store.touchSession(platform.db, found.cityId, found.sessionId, now)
  }
  const { cityId, sessionId, accountId, role, name, teamIds } = found
  return { cityId, actor: { kind: 'account', accountId, sessionId, role, name, teamIds } }
}
