import { createHmac, randomBytes } from 'node:crypto'
import type { Context, Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { repeat } from '../../platform/jobs/repeat.ts'
import * as store from './callerSaltStore.ts'

const SALT_BYTES = 32
/** Half a SHA-256: among the callers of one day no two meet. */
const KEY_BYTES = 16
const FORGET_EVERY_MS = 10 * 60_000

/** A number's pseudonym under a salt: 32 hexadecimal digits. @param caller E.164 */
export const callerKey = (salt: Buffer, caller: string): string =>
  createHmac('sha256', salt).update(caller).digest().subarray(0, KEY_BYTES).toString('hex')

/**
 * By what another call of the same number on the same local day is known; who it was nobody can tell once the day is over and
 * its salt is gone. Null for a withheld number, and for a call of an earlier day whose salt is gone already.
 * @param caller E.164 @param offeredAt the call's first INVITE
 */
export async function callerKeyOf(
  tx: Tx,
  { cityId, clock }: Context,
  caller: string | null,
  offeredAt: Date,
): Promise<string | null> {
  if (caller === null) return null
  const of = { cityId, at: offeredAt }
  const known = await store.saltOf(tx, of)
  if (known) return callerKey(known, caller)
  // Of two processes with the first call of a day one writes it; the other waits for that, and reads what was written.
  await store.insertSalt(tx, of, { salt: randomBytes(SALT_BYTES), now: clock.now() })
  const salt = await store.saltOf(tx, of)
  return salt && callerKey(salt, caller)
}

/** Deletes the salts of days that are over, now and every ten minutes. @returns how to stop it */
export const startForgettingSalts = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, FORGET_EVERY_MS, 'forgetting of salts', () => forgetSalts(platform))

export const forgetSalts = ({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> =>
  store.deleteSalts(db, clock.now())
