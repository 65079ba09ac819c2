import { createHash } from 'node:crypto'
import type { Context as HonoContext } from 'hono'

/** A body that may be kept but is asked for again each time; who has it already gets 304 and no body. */
export function taggedJson(c: HonoContext, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'application/json' }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return c.body(null, 304, headers)
  return c.body(body, 200, headers)
}
