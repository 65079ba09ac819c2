import { randomInt } from 'node:crypto'
import { hashPassword, verifyPassword } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { browserKey } from '../notices/keys.ts'
import { appointmentBy } from './appointmentOf.ts'
import { type Proof, refuseHand } from './hands.ts'
import * as store from './phoneKeyStore.ts'

const DIGITS = 8

/** A key that can be said and written down on the telephone: eight digits that take the place of any before. Only its hash is kept. */
export async function newPhoneKey(tx: Tx, cityId: string, id: string): Promise<string> {
  const key = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
  await store.setPhoneKey(tx, cityId, id, await hashPassword(key))
  return key
}

/** The digits of a typed telephone key; null for anything else, such as the long key. */
export function readPhoneKey(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}./]/gu, '')
  return /^\d{8}$/.test(digits) ? digits : null
}

/** After ten wrong ones no key is right, until staff issue a new one. */
export async function isPhoneKey(ctx: Context, id: string, typed: string): Promise<boolean> {
  const key = readPhoneKey(typed)
  // By itself, so that a wrong one stays counted.
  const hash = key === null ? null : await store.countPhoneTry(ctx.db, ctx.cityId, id)
  if (key === null || hash === null || !(await verifyPassword(hash, key))) return false
  await store.takeTryBack(ctx.db, ctx.cityId, id, hash)
  return true
}

/**
 * Opens an appointment by reference and telephone key for a browser, which gets a key of its own for half an hour.
 * @throws Problem 404, 429
 */
export async function openByPhoneKey(
  ctx: Context,
  typed: string,
  proof: Proof,
): Promise<{ id: string; secret: string }> {
  const { found, what } = await appointmentBy(ctx, typed)
  if (!found || !(await isPhoneKey(ctx, found.id, proof.secret))) throw await refuseHand(ctx, proof, what)
  return inTransaction(ctx, async (tx) => ({ id: found.id, secret: await browserKey(tx, ctx, found.id) }))
}
