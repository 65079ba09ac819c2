import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { allowPosition } from '../../platform/http/contentPolicy.ts'
import { linkTo } from '../../platform/ui/frame.ts'
import { listCategories } from '../../reports/index.ts'
import { emptyDraft } from '../report/draft.ts'
import { FormPage } from '../report/FormPage.tsx'
import type { Visit } from '../visit.ts'
import { OfflinePage } from './OfflinePage.tsx'

/** A page for a device to keep. */
interface Copy {
  address: string
  html: string
}

/**
 * `GET /app/copies`: what a device keeps for when there is no net: a page that says so, and the empty form of each category.
 * They are made without a look at who asks, so nothing of anybody is in them.
 */
export async function showCopies(visit: Visit): Promise<Response> {
  const { c, ctx, frame } = visit
  // Where a device is it knows without net.
  allowPosition(c)
  const categories = await listCategories(ctx.db, ctx.cityId, 'active')
  const { lines } = await visit.calling()
  const copy = async (path: string, page: (at: typeof frame) => JSX.Element): Promise<Copy> => {
    const at = { ...frame, here: { path, query: {} } }
    return { address: linkTo(frame, path), html: String(await html`<!doctype html>${page(at)}`) }
  }
  const copies = await Promise.all([
    copy('/melden', (at) => <OfflinePage frame={at} categories={categories} lines={lines} />),
    ...categories.map((category) =>
      copy(`/melden/${category.id}`, (at) => (
        // The device gives each report a key of its own.
        <FormPage
          frame={at}
          category={category}
          draft={{ ...emptyDraft(category.id), key: '' }}
          photos={[]}
          errors={[]}
          isCopy
        />
      )),
    ),
  ])
  const body = JSON.stringify({ copies })
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Language')
  c.header('ETag', etag)
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  return c.body(body, 200, { 'content-type': 'application/json' })
}
