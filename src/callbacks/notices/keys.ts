import { type Context, inTransaction } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { hashOfTyped, newSecret } from '../../platform/secret.ts'
import * as store from './keyStore.ts'

/** Longer than a browser keeps it. */
const OPENED_MS = 35 * 60_000
/** So long somebody may find the message again. */
const LINK_MS = 30 * 86_400_000

/** A link of a message about a callback; only its hash is kept. */
export const newLink = (tx: Tx, ctx: Context, id: string): Promise<string> =>
  newKey(tx, ctx, id, 'link', LINK_MS)

/** A key for the browser of somebody who came by a link or by the number of the case, for half an hour. */
export const browserKey = (tx: Tx, ctx: Context, id: string): Promise<string> =>
  newKey(tx, ctx, id, 'own', OPENED_MS)

async function newKey(
  tx: Tx,
  { cityId, clock }: Context,
  id: string,
  purpose: 'own' | 'link',
  keptMs: number,
): Promise<string> {
  const key = newSecret()
  const expires = new Date(clock.now().getTime() + keptMs)
  await store.insertKey(tx, {
    city_id: cityId,
    hash: hashOfTyped(key),
    callback_id: id,
    purpose,
    expires_at: expires,
  })
  return key
}

/** Whether a browser's key is one of this callback. */
export const isOwnKey = (ctx: Context, id: string, key: string): Promise<boolean> =>
  store.hasOwnKey(ctx.db, ctx.cityId, id, hashOfTyped(key), ctx.clock.now())

/** Whether a link still opens something. */
export const isOpenLink = (ctx: Context, link: string): Promise<boolean> =>
  store.hasLink(ctx.db, ctx.cityId, hashOfTyped(link), ctx.clock.now())

/**
 * Opens a callback by the link of a message, once.
 * @returns its id and a key for the browser that is good for half an hour; null when the link opens nothing any more
 */
export function openCallbackLink(ctx: Context, link: string): Promise<{ id: string; key: string } | null> {
  return inTransaction(ctx, async (tx) => {
    const id = await store.useLink(tx, ctx.cityId, hashOfTyped(link), ctx.clock.now())
    return id === null ? null : { id, key: await browserKey(tx, ctx, id) }
  })
}
