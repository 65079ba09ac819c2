import { createHash } from 'node:crypto'
import type { Context as HonoContext } from 'hono'

/** A body and the name of its content, for `If-None-Match`. */
export interface Tagged {
  readonly body: string
  readonly etag: string
}

export const tagged = (body: string): Tagged => ({
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
})

/** A body that may be kept but is asked for again each time; who has it already gets 304 and no body. */
export function taggedJson(c: HonoContext, answer: string | Tagged): Response {
  const { body, etag } = typeof answer === 'string' ? tagged(answer) : answer
  const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'application/json' }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return c.body(null, 304, headers)
  return c.body(body, 200, headers)
}
