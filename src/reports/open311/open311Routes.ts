import type { Context as HonoContext } from 'hono'
import { cityOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import { asApi } from '../../platform/http/postRoute.ts'
import { rawRoute, type RequestScope, type Route } from '../../platform/http/route.ts'
import { findCategory, listCategories } from '../categories/store.ts'
import { MOST_FORM_BYTES } from '../photos/model.ts'
import { duringUpload } from '../photos/uploads.ts'
import { Failure } from './failure.ts'
import { readWanted, type Wanted } from './listRule.ts'
import { type Format, FORMATS } from './model.ts'
import * as store from './open311Store.ts'
import { readPosted, type Sent } from './postRule.ts'
import { definitionOf, requestOf, serviceOf } from './present.ts'
import { takePosted } from './takePosted.ts'
import { listUpdates, takeUpdate } from './updates.ts'
import { type Value, xmlOf } from './xml.ts'

const BASE = '/open311/v2'
/** Clients compare it as text: with http. */
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'
const CHANGED = '2026-11-23T00:00:00+01:00'

interface Answer {
  /** Without it, all is well. */
  status?: number
  /** The element around it; JSON has none. */
  root: string
  value: Value
}

type Answering = (ctx: Context, c: HonoContext, scope: RequestScope) => Promise<Answer>

/**
 * Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2) for one city: discovery, services, requests. The format is chosen by the
 * ending alone. @param publicUrl what the pages' addresses begin with; null where only the request can tell
 */
export const open311Routes = (publicUrl: string | null): readonly Route[] => [
  ...FORMATS.flatMap((format) => [
    get(`${BASE}/discovery.${format}`, format, 'bare', discovery(publicUrl)),
    get(`${BASE}/services.${format}`, format, 'charset', services),
    get(`${BASE}/requests.${format}`, format, 'charset', requests(publicUrl)),
    get(`${BASE}/servicerequestupdates.${format}`, format, 'charset', updates),
    rawRoute({
      method: 'post',
      path: `${BASE}/servicerequestupdates.${format}`,
      roles: 'public',
      traffic: 'take',
      respond: (c, scope) => answer(c, scope, format, 'charset', postUpdate),
    }),
    rawRoute({
      method: 'post',
      path: `${BASE}/requests.${format}`,
      roles: 'public',
      traffic: 'take',
      maxBytes: MOST_FORM_BYTES,
      respond: (c, scope) =>
        duringUpload(Number(c.req.header('content-length') ?? 0), scope.request.address, () =>
          answer(c, scope, format, 'charset', post),
        ),
    }),
  ]),
  one(`${BASE}/services/:id`, definition),
  one(`${BASE}/requests/:id`, request(publicUrl)),
  one(`${BASE}/tokens/:id`, () => Promise.reject(new Failure(404, 'token not found'))),
]

const get = (path: string, format: Format, type: MediaType, run: Answering): Route =>
  rawRoute({
    method: 'get',
    path,
    roles: 'public',
    traffic: 'read',
    respond: (c, scope) => answer(c, scope, format, type, run),
  })

/** A thing by its name; the ending of the last part of the path is the format. */
const one = (path: string, run: (ctx: Context, id: string, c: HonoContext) => Promise<Answer>): Route =>
  rawRoute({
    method: 'get',
    path,
    roles: 'public',
    traffic: 'read',
    respond: (c, scope) => {
      const [, id = '', ending] = /^([\w-]{1,60})\.(xml|json)$/.exec(scope.request.params['id'] ?? '') ?? []
      const format: Format = ending === 'json' ? 'json' : 'xml'
      return answer(c, scope, format, 'charset', (ctx) =>
        id === '' ? Promise.reject(new Failure(404, 'not found')) : run(ctx, id, c),
      )
    },
  })

/** Validators want the discovery's media type bare, and that of all else with its character set. */
type MediaType = 'bare' | 'charset'
const MEDIA: Readonly<Record<Format, string>> = { xml: 'text/xml', json: 'application/json' }

async function answer(
  c: HonoContext,
  scope: RequestScope,
  format: Format,
  type: MediaType,
  run: Answering,
): Promise<Response> {
  const told = await run(asApi(scope), c, scope).catch(asErrors)
  const body = format === 'xml' ? xmlOf(told.root, told.value) : JSON.stringify(told.value)
  const media = type === 'bare' ? MEDIA[format] : `${MEDIA[format]}; charset=utf-8`
  const headers = { 'content-type': media, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
  return new Response(body, { status: told.status ?? 200, headers })
}

function asErrors(error: unknown): Answer {
  if (!(error instanceof Failure)) throw error
  const { status, message } = error
  return { root: 'errors', value: [{ code: status, description: message }], status }
}

const discovery =
  (publicUrl: string | null): Answering =>
  async (ctx, c) => {
    const { title } = await cityOf(ctx.db, ctx.cityId)
    const site = siteOf(publicUrl, c)
    const formats = FORMATS.map((format) => MEDIA[format])
    const endpoint = (specification: string) => ({
      specification,
      url: new URL(BASE, site).href,
      changeset: CHANGED,
      type: 'production',
      formats,
    })
    return {
      root: 'discovery',
      value: {
        changeset: CHANGED,
        contact: `${title}: ${new URL('/melden', site).href}`,
        key_service: `${title}: ${new URL('/', site).href}`,
        endpoints: [endpoint(SPECIFICATION)],
      },
    }
  }

const services: Answering = async (ctx) => {
  const categories = await listCategories(ctx.db, ctx.cityId, 'active')
  return { root: 'services', value: categories.map(serviceOf) }
}

async function definition(ctx: Context, id: string): Promise<Answer> {
  const category = await findCategory(ctx.db, ctx.cityId, id)
  if (!category?.active || category.questions.length === 0) throw new Failure(404, 'service_code not found')
  return { root: 'service_definition', value: definitionOf(category) }
}

const requests =
  (publicUrl: string | null): Answering =>
  async (ctx, c) => {
    const wanted = readWanted((name) => c.req.query(name) ?? '', ctx.clock.now())
    return presented(ctx, wanted, siteOf(publicUrl, c))
  }

const request =
  (publicUrl: string | null) =>
  async (ctx: Context, id: string, c: HonoContext): Promise<Answer> => {
    const found = await presented(ctx, { numbers: [id] }, siteOf(publicUrl, c))
    if (found.value.length === 0) throw new Failure(404, 'service_request_id not found')
    return found
  }

async function presented(ctx: Context, wanted: Wanted, site: string): Promise<Answer & { value: Value[] }> {
  const { title, timeZone } = await cityOf(ctx.db, ctx.cityId)
  const found = await store.listPublic(ctx.db, ctx.cityId, wanted)
  return {
    root: 'service_requests',
    value: found.map((report) => requestOf(report, { title, timeZone, site })),
  }
}

const siteOf = (publicUrl: string | null, c: HonoContext): string => publicUrl ?? new URL(c.req.url).origin

const post: Answering = async (ctx, c) => {
  const { sent, files } = await readSent(c)
  const opened = await takePosted(ctx, readPosted(sent), files, c.req.header('idempotency-key') ?? null)
  const notice = `Ihre drei Wörter zum Nachsehen: ${opened.secret}`
  return {
    root: 'service_requests',
    value: [{ service_request_id: opened.number, service_notice: notice, account_id: null }],
  }
}

/** What the extension calls its lists: one name when asked for, another when told. */
const updates: Answering = async (ctx, c) => ({
  root: 'service_requests_updates',
  value: await listUpdates(ctx, (name) => c.req.query(name) ?? ''),
})

const postUpdate: Answering = async (ctx, c) => {
  const { sent } = await readSent(c)
  return { root: 'service_request_updates', value: [{ update_id: await takeUpdate(ctx, sent) }] }
}

/** Longer values are cut where a description still is refused as too long. */
const LONGEST = 5_000

/** The texts of a form, and its files whatever their fields are called: the standard names none. */
async function readSent(c: HonoContext): Promise<{ sent: Sent; files: File[] }> {
  const form = await c.req.parseBody({ all: true }).catch(() => {
    throw new Failure(
      400,
      'The body must be a form (application/x-www-form-urlencoded or multipart/form-data).',
    )
  })
  const files = Object.values(form)
    .flat()
    .flatMap((value) => (value instanceof File && value.size > 0 ? [value] : []))
  const sent = new Map(
    Object.entries(form).map(([name, values]) => [
      name,
      [values].flat().flatMap((value) => (typeof value === 'string' ? [value.slice(0, LONGEST)] : [])),
    ]),
  )
  return { sent, files }
}
