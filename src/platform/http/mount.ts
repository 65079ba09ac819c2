import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z, type ZodError, type ZodType } from 'zod'
import type { Platform, StaffContext } from '../context.ts'
import { invalid, notAllowed, notSignedIn, Problem } from '../problems.ts'
import { answerProblemJson } from './errors.ts'
import type { Gate } from './gate.ts'
import { plainSentence } from './plainSentence.ts'
import type { RequestScope, Route, RouteRequest } from './route.ts'
import { unstorableAt } from './unstorableAt.ts'

/** How this application finds out whose request it is; the rooms `city` and `people` answer. */
export interface Identification {
  cityOf(c: HonoContext): Promise<string>
  /** The signed-in account's context, or null. */
  staffOf(c: HonoContext, platform: Platform): Promise<StaffContext | null>
}

export interface MountOptions {
  platform: Platform
  identify: Identification
  /** Believe X-Forwarded-For: only behind a proxy of one's own. */
  trustProxy: boolean
  /** Without one everybody comes in. */
  gate?: Gate | undefined
}

// Schemas have their own sentences; where one has none, a plain one, and at last the library's German ones.
z.config({ ...z.locales.de(), customError: plainSentence })

const BODY_LIMIT_BYTES = 256 * 1024

/** Adds every route with its checks in one order: origin, sign-in, role, input, verb. */
export function mountRoutes(app: Hono, routes: readonly Route[], options: MountOptions): void {
  for (const route of routes) {
    // More than usual is read only when it is known from whom.
    const limit = largeLimitOf(route) === null ? limitOf(BODY_LIMIT_BYTES) : noLimitYet
    if ('respond' in route && route.problemJson)
      app.on(route.method.toUpperCase(), route.path, answerProblemJson)
    app.on(route.method.toUpperCase(), route.path, limit, (c) => {
      const { platform, gate, trustProxy } = options
      if (!gate || !route.traffic) return handle(c, route, options)
      const address = addressOf(c, trustProxy)
      const cityId = () => options.identify.cityOf(c)
      const arrival = { platform, address, traffic: route.traffic, cityId }
      return gate(c, arrival, () => handle(c, route, options))
    })
  }
}

async function handle(c: HonoContext, route: Route, options: MountOptions): Promise<Response> {
  const scope = await openScope(c, route, options)
  const large = largeLimitOf(route)
  if (large !== null) await limitOf(isToldBefore(c, route) ? large : BODY_LIMIT_BYTES)(c, nothingMore)
  if ('respond' in route) return route.respond(c, scope)
  const input = parse(route.input, await readInput(c, route.method))
  const result =
    route.roles === 'public'
      ? await route.run(
          { ...options.platform, cityId: scope.cityId, actor: { kind: 'citizen' } },
          input,
          scope.request,
        )
      : await route.run(scope.staff ?? refuse(), input, scope.request)
  return result === undefined ? c.body(null, 204) : c.json(result as object)
}

const limitOf = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      // The rest of the body is not read: a next request on this connection would be lost.
      c.header('Connection', 'close')
      throw new Problem(413, 'too-large', `Das ist zu groß (höchstens ${inWords(maxSize)}).`)
    },
  })

const inWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${bytes / 1024} kB` : `${bytes / 1024 / 1024} MB`

/** The limit of a route that takes more than usual; null for all others. */
const largeLimitOf = (route: Route): number | null => ('respond' in route ? (route.maxBytes ?? null) : null)
/** From somebody unknown much is read only when its length was told before: then a route can refuse it unread. */
const isToldBefore = (c: HonoContext, { roles }: Route): boolean =>
  roles !== 'public' || (c.req.header('content-length') !== undefined && !c.req.header('transfer-encoding'))
const noLimitYet: MiddlewareHandler = (_c, next) => next()
const nothingMore = async (): Promise<void> => undefined

const refuse = (): never => {
  throw notSignedIn()
}

async function openScope(c: HonoContext, route: Route, options: MountOptions): Promise<RequestScope> {
  const request: RouteRequest = {
    params: c.req.param(),
    address: addressOf(c, options.trustProxy),
    userAgent: c.req.header('user-agent')?.slice(0, 200) ?? '',
  }
  if (route.roles === 'public') {
    return { platform: options.platform, cityId: await options.identify.cityOf(c), staff: null, request }
  }
  if (route.method !== 'get') requireSameOrigin(c)
  const staff = await options.identify.staffOf(c, options.platform)
  if (!staff) throw notSignedIn()
  if (!route.roles.includes(staff.actor.role)) throw notAllowed()
  return { platform: options.platform, cityId: staff.cityId, staff, request }
}

/** A browser tells where a changing request comes from; a page of somebody else's may not send one with our cookie. */
export function requireSameOrigin(c: HonoContext): void {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw notAllowed()
  const origin = c.req.header('origin')
  // `null` is what a page without an address of its own says.
  if (origin && !(URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? '')))
    throw notAllowed()
}

function addressOf(c: HonoContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  // Without a socket (a test calls the app directly) there is no address.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
}

/** The query (get, delete) or the JSON body of a request. @throws Problem 400, 415 */
export async function readInput(c: HonoContext, method: string): Promise<unknown> {
  if (method === 'get' || method === 'delete') return c.req.query()
  const text = await c.req.text()
  if (text === '') return {}
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new Problem(415, 'not-json', 'Erwartet wird JSON (Content-Type: application/json).')
  }
  const value = parseJson(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Problem(400, 'unreadable', 'Der Inhalt ist kein JSON-Objekt.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem(400, 'unreadable', 'Der Inhalt ist kein lesbares JSON.', {}, { cause })
  }
}

const UNSTORABLE = 'Darin steht ein Zeichen, das sich nicht speichern lässt. Bitte neu eintippen.'

/** Parses with a schema whose messages are German sentences. @throws Problem 422 with a sentence per field */
export function parse<T>(schema: ZodType<T>, value: unknown): T {
  const unstorable = unstorableAt(value)
  if (unstorable !== null) throw invalid({ [unstorable]: UNSTORABLE })
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalid(fieldMessages(result.error))
}

export function fieldMessages(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : '')
    fields[name] ??= issue.message
  }
  return fields
}
