import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { Problem } from '../../platform/problems.ts'
import type { Held, HoldRequest } from './holdAppointment.ts'
import { hashOf, newSalt, newSecret, secretOf } from '../../platform/secret.ts'
import * as store from '../store.ts'

/** The secret of a new hold, and what is kept so that the same request can be answered the same again. */
export function secretFor(request: HoldRequest) {
  if (request.idempotencyKey === null) return { key: {}, secret: newSecret() }
  const salt = newSalt()
  const key = {
    key_hash: hashOf(request.idempotencyKey),
    request_hash: contentOf(request),
    secret_salt: salt,
  }
  return { key, secret: secretOf(request.idempotencyKey, salt) }
}

const contentOf = ({ services, start, office }: HoldRequest): Buffer =>
  hashOf(JSON.stringify([services.map(({ id, persons }) => [id, persons]), start, office ?? null]))

/** What was answered to the same request before; null when it is new. @throws Problem 422 for another request with its key */
export async function answeredBefore(
  reader: Reader,
  ctx: Context,
  request: HoldRequest,
): Promise<Held | null> {
  if (request.idempotencyKey === null) return null
  const keyHash = hashOf(request.idempotencyKey)
  const found = await store.findAppointment(reader, ctx.cityId, { keyHash })
  if (!found?.request) return null
  if (!found.request.hash.equals(contentOf(request)))
    throw new Problem(422, 'key-used', 'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage.')
  const { id, start, end, expiresAt } = found
  if (!expiresAt) throw new Error(`appointment ${id} was never held`)
  return { id, secret: secretOf(request.idempotencyKey, found.request.salt), start, end, expiresAt }
}
