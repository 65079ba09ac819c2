import { type Context, inTransaction } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { hashOfTyped, newSecret } from '../../platform/secret.ts'
import * as store from './keyStore.ts'

/** Longer than a browser keeps it. */
const OPENED_MS = 35 * 60_000

export type KeyPurpose = 'own' | 'link' | 'confirm' | 'reminder'

interface Keyed {
  cityId: string
  /** The appointment. */
  id: string
}

/** A further key of an appointment, for a message; only its hash is kept. */
export async function newKey(
  tx: Tx,
  { cityId, id }: Keyed,
  purpose: KeyPurpose,
  expiresAt: Date | null = null,
): Promise<string> {
  const key = newSecret()
  await store.insertKey(tx, {
    city_id: cityId,
    hash: hashOfTyped(key),
    appointment_id: id,
    purpose,
    expires_at: expiresAt,
  })
  return key
}

/** Whether somebody has a key of this appointment that came by a message. */
export const isFurtherKey = (ctx: Context, id: string, typed: string): Promise<boolean> =>
  store.hasOwnKey(ctx.db, ctx.cityId, id, hashOfTyped(typed), ctx.clock.now())

/** 'used': it opens once, so that nobody comes in by an address that a log or another's browser has kept. */
export const linkState = (
  ctx: Context,
  link: string,
  purpose: 'link' | 'confirm' = 'link',
): Promise<'open' | 'used' | 'unknown'> => store.linkState(ctx.db, ctx.cityId, hashOfTyped(link), purpose)

/**
 * Opens an appointment by the link of a message, once.
 * @returns its id and a key for the browser that is good for half an hour; null when the link opens nothing any more
 */
export function openLink(ctx: Context, link: string): Promise<{ id: string; secret: string } | null> {
  return inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now()
    const id = await store.useLink(tx, ctx.cityId, hashOfTyped(link), 'link', now)
    if (id === null) return null
    return { id, secret: await browserKey(tx, ctx, id) }
  })
}

/** A key for the browser of somebody who came by a message, for half an hour. */
export const browserKey = (tx: Tx, ctx: Context, id: string): Promise<string> =>
  newKey(tx, { cityId: ctx.cityId, id }, 'own', new Date(ctx.clock.now().getTime() + OPENED_MS))
