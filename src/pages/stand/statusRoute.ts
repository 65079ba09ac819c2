import { createHash } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { gateProblems } from '../../appointments/index.ts'
import { docOf } from '../../platform/http/apiWords.ts'
import { rawRoute, type Route } from '../../platform/http/route.ts'
import { type PageNeeds, visitOf } from '../visit.ts'
import { KEPT_MS, standOf } from './standOf.ts'
import { statusWords } from './statusWords.ts'
import { statusOf, statusView, type StatusView } from './statusView.ts'

/** `GET /api/v1/status`: how things stand, from the same reading as the page `/stand`; any page of others may read it. */
export const statusRoute = (needs: PageNeeds): Route =>
  rawRoute({
    method: 'get',
    path: '/api/v1/status',
    roles: 'public',
    problemJson: true,
    traffic: 'read',
    doc: docOf(
      statusWords(gateProblems.read),
      {},
      { status: 200, name: 'Status', schema: statusView, headers: { ETag: 'Für `If-None-Match`.' } },
      { status: 304, description: 'Seit der Antwort mit diesem `ETag` hat sich nichts geändert.' },
    ),
    // The facts are the same in every language.
    respond: async (c, scope) => answer(c, statusOf(await standOf(await visitOf(c, scope, needs)))),
  })

function answer(c: HonoContext, status: StatusView): Response {
  const { at: _at, ...facts } = status
  const tag = createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22)
  const headers = {
    // Weak: the moment of reading is in the body and not in the tag.
    etag: `W/"${tag}"`,
    'cache-control': `public, max-age=${KEPT_MS / 1000}`,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag',
    'content-type': 'application/json',
  }
  const had = c.req.header('if-none-match')?.split(',') ?? []
  if (had.some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`)) return c.body(null, 304, headers)
  return c.body(JSON.stringify(status), 200, headers)
}
