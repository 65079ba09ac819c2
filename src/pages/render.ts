import type { Context as HonoContext } from 'hono'
import { html } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** `personal`: what stands there is for one person, so nobody on the way may keep it. */
export type PageKind = 'general' | 'personal'

export function render(
  c: HonoContext,
  page: JSX.Element,
  kind: PageKind = 'general',
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  c.header('Vary', 'Accept-Language')
  c.header('Cache-Control', kind === 'personal' ? 'no-store' : 'no-cache')
  return c.html(html`<!doctype html>${page}`, status)
}
