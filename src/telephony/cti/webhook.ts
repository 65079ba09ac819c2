import type { Context as HonoContext } from 'hono'
import type { Context, Platform } from '../../platform/context.ts'
import { type CtiEvent, ctiEventOf, type CtiKind } from './ctiEvent.ts'
import { readFields } from './readFields.ts'
import { recordCtiEvent } from './recordCtiEvent.ts'
import { CtiRefusal } from './refusal.ts'
import { isSignedBySipgate } from './sipgate.ts'
import { type CtiSourceRow, findActiveSource } from './store.ts'
import { hashCtiToken } from './token.ts'

const FORMATS = { generic: ['json', 'form'], sipgate: ['form'] } as const

interface Heard {
  event: CtiEvent
  /** Whether the call is on one of the city's lines. */
  ours: boolean
}

/**
 * Takes one webhook request: who sends it, is it signed, can it be read, is it sensible; then records it.
 * @throws CtiRefusal with the status to answer
 */
export async function takeWebhook(c: HonoContext, platform: Platform, kind: CtiKind): Promise<Heard> {
  const receivedAt = platform.clock.now()
  const body = new Uint8Array(await c.req.arrayBuffer())
  const source = await findActiveSource(platform.db, hashCtiToken(c.req.param('token') ?? ''))
  if (!source || source.kind !== kind)
    throw new CtiRefusal(401, 'Dieses Token gilt nicht. Bitte die Adresse aus der Verwaltung neu eintragen.')
  checkSignature(source, body, c.req.header('x-sipgate-signature'))
  const event = ctiEventOf(readFields(body, c.req.header('content-type') ?? '', FORMATS[kind]), kind)
  const ctx: Context = { ...platform, cityId: source.city_id, actor: { kind: 'api' } }
  return { event, ours: await recordCtiEvent(ctx, source.id, event, receivedAt) }
}

/** A signature that is there is always checked where the key is known; a missing one counts where it is required. */
function checkSignature(source: CtiSourceRow, body: Uint8Array, signature: string | undefined): void {
  if (source.kind !== 'sipgate') return
  if (signature === undefined) {
    if (!source.signature_required) return
    throw new CtiRefusal(401, 'Die Signatur (x-sipgate-signature) fehlt.')
  }
  if (source.public_key !== null && !isSignedBySipgate(body, signature, source.public_key))
    throw new CtiRefusal(401, 'Die Signatur (x-sipgate-signature) stimmt nicht.')
}
