import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { Platform, Role, StaffContext } from '../context.ts'
import type { Context } from '../context.ts'
import type { ApiDoc } from './apiDoc.ts'
import type { Traffic } from './gate.ts'

/** What of an HTTP request a JSON route may need besides its parsed input. */
export interface RouteRequest {
  params: Readonly<Record<string, string>>
  /** The caller's address, for throttling only; never stored. */
  address: string
  userAgent: string
}

type Method = 'get' | 'post' | 'put' | 'delete'

interface RouteBase {
  method: Method
  /** Hono path, e.g. `/api/v1/callbacks/:id/take`. */
  path: string
  /** For programs of others: what the public documentation says of this route. */
  doc?: ApiDoc
  /** On public routes, for the gate; without it a request always comes in. */
  traffic?: Traffic
}

/** A route for signed-in staff. `roles` is the whole list of who may call it; the route walk tests it. */
export interface StaffRoute<S extends z.ZodType = z.ZodType> extends RouteBase {
  roles: readonly Role[]
  /** Shape of the query (get, delete) or the JSON body (post, put). */
  input: S
  run(ctx: StaffContext, input: z.output<S>, request: RouteRequest): Promise<unknown>
}

/** A JSON route for everybody. */
export interface PublicRoute<S extends z.ZodType = z.ZodType> extends RouteBase {
  roles: 'public'
  input: S
  run(ctx: Context<{ kind: 'citizen' }>, input: z.output<S>, request: RouteRequest): Promise<unknown>
}

/** A route that answers with more than JSON (pages, streams, cookies) and does its own parsing. */
export interface RawRoute extends RouteBase {
  roles: 'public' | readonly Role[]
  /** Errors as problem+json (RFC 9457): for an interface that programs of others use. */
  problemJson?: true
  /** The longest body, where that is not the usual 256 kB; it is read after sign-in and role are checked. */
  maxBytes?: number
  respond(c: HonoContext, app: RequestScope): Response | Promise<Response>
}

/** What a raw route gets: the machinery, the city of this request and, on staff routes, the signed-in account. */
export interface RequestScope {
  platform: Platform
  cityId: string
  staff: StaffContext | null
  request: RouteRequest
}

export type Route = StaffRoute | PublicRoute | RawRoute

/** Keeps the input's type between `input` and `run`; a list of routes forgets it. */
export const staffRoute = <S extends z.ZodType>(route: StaffRoute<S>): Route => route as unknown as Route
export const publicRoute = <S extends z.ZodType>(route: PublicRoute<S>): Route => route as unknown as Route
export const rawRoute = (route: RawRoute): Route => route

export const EVERY_ROLE = ['agent', 'clerk', 'report', 'lead', 'admin'] as const satisfies readonly Role[]
/** City employees: everybody but the provider's agents. */
export const CITY_STAFF = ['clerk', 'report', 'lead', 'admin'] as const satisfies readonly Role[]
