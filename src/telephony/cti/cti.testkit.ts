import { generateKeyPairSync, sign } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from '../../app.ts'
import type { Platform } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { ctiRoutes } from './routes.ts'
import { insertSource } from './store.ts'
import { hashCtiToken, newCtiToken } from './token.ts'

export interface GivenSource {
  id: string
  token: string
}

/** A telephone system that may report its calls. */
export async function givenCtiSource(
  platform: Platform,
  cityId: string,
  overrides: {
    kind?: 'generic' | 'sipgate'
    active?: boolean
    publicKey?: string
    signatureRequired?: boolean
  } = {},
): Promise<GivenSource> {
  const [id, token] = [newId(), newCtiToken()]
  await platform.db.transaction().execute((tx) =>
    insertSource(tx, {
      city_id: cityId,
      id,
      name: `Anlage ${id}`,
      kind: overrides.kind ?? 'generic',
      token_hash: hashCtiToken(token),
      active: overrides.active ?? true,
      public_key: overrides.publicKey ?? null,
      signature_required: overrides.signatureRequired ?? false,
      created_at: platform.clock.now(),
    }),
  )
  return { id, token }
}

/** The whole application with nothing but the webhook's routes. */
export const ctiApp = (platform: Platform, publicUrl: string | null = null): Hono =>
  createApp({ platform, routes: ctiRoutes({ publicUrl }), readiness: [], publicDir: '', trustProxy: false })

/** A key pair of this test run, and a signature as sipgate makes it. */
export function signer(): { publicKey: string; signatureOf(body: string): string } {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    signatureOf: (body) => sign('RSA-SHA256', Buffer.from(body), pair.privateKey).toString('base64'),
  }
}
