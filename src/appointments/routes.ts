import { createHash } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { parse, readInput } from '../platform/http/mount.ts'
import { rawRoute, type RequestScope, type Route } from '../platform/http/route.ts'
import { cancelAppointment } from './booking/cancelAppointment.ts'
import { confirmHold } from './booking/confirmHold.ts'
import {
  availabilityInput,
  type ConfirmedView,
  confirmInput,
  holdInput,
  type HoldView,
  idempotencyKey,
  moveInput,
  type MovedView,
  secretInput,
} from './contract.ts'
import { extendHold } from './booking/extendHold.ts'
import { holdAppointment } from './booking/holdAppointment.ts'
import { moveAppointment } from './booking/moveAppointment.ts'
import { readAvailability } from './offers/readAvailability.ts'
import { releaseHold } from './booking/releaseHold.ts'

/** A program of others acts: no session, its rights are the secrets it has. */
const asApi = ({ platform, cityId }: RequestScope): Context => ({
  ...platform,
  cityId,
  actor: { kind: 'api' },
})

/** A changing route for everybody; `run` answers what becomes JSON, or nothing. */
const post = <T>(
  path: string,
  status: 200 | 201,
  input: z.ZodType<T>,
  run: (ctx: Context, value: T, scope: RequestScope, c: HonoContext) => Promise<object | void>,
): Route =>
  rawRoute({
    method: 'post',
    path,
    roles: 'public',
    problemJson: true,
    async respond(c, scope) {
      const value = parse(input, await readInput(c, 'post'))
      const answer = await run(asApi(scope), value, scope, c)
      // Secrets are in it.
      c.header('Cache-Control', 'no-store')
      return answer ? c.json(answer, status) : c.body(null, 204)
    },
  })

const iso = (at: number): string => new Date(at).toISOString()
const proofIn = ({ secret }: { secret: string }, { request }: RequestScope) => ({
  secret,
  address: request.address,
})
const named = (scope: RequestScope, name: 'id' | 'reference'): string => scope.request.params[name] ?? ''

/** What the query says; parameters may be repeated. */
async function askAvailability(c: HonoContext, scope: RequestScope): Promise<Response> {
  const { service = [], persons = [] } = c.req.queries()
  const query = parse(availabilityInput, { ...c.req.query(), service, persons })
  const services = query.service.map((id, place) => ({
    id,
    persons: query.persons[place] ?? query.persons[0] ?? 1,
  }))
  const { office, from, to } = query
  const body = JSON.stringify(await readAvailability(asApi(scope), { services, office, from, to }))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  // May be kept, but is asked for again each time: then it costs no body.
  const headers = { etag, 'cache-control': 'no-cache', 'content-type': 'application/json' }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return c.body(null, 304, headers)
  return c.body(body, 200, headers)
}

export const appointmentRoutes: readonly Route[] = [
  rawRoute({
    method: 'get',
    path: '/api/v1/availability',
    roles: 'public',
    problemJson: true,
    respond: askAvailability,
  }),
  post('/api/v1/holds', 201, holdInput, async (ctx, value, _scope, c): Promise<HoldView> => {
    const key = parse(idempotencyKey, c.req.header('idempotency-key') ?? null)
    const held = await holdAppointment(ctx, {
      services: value.services,
      start: Date.parse(value.start),
      office: value.office,
      holder: value.holder ?? null,
      idempotencyKey: key,
    })
    const { id, secret, expiresAt } = held
    return { id, secret, start: iso(held.start), end: iso(held.end), expiresAt: expiresAt.toISOString() }
  }),
  post('/api/v1/holds/:id/confirm', 201, confirmInput, async (ctx, value, scope): Promise<ConfirmedView> => {
    const { reference, start, end } = await confirmHold(
      ctx,
      named(scope, 'id'),
      proofIn(value, scope),
      value.contact,
    )
    return { reference, secret: value.secret, start: iso(start), end: iso(end) }
  }),
  post('/api/v1/holds/:id/extend', 200, secretInput, async (ctx, value, scope) => {
    const expiresAt = await extendHold(ctx, named(scope, 'id'), proofIn(value, scope))
    return { expiresAt: expiresAt.toISOString() }
  }),
  post('/api/v1/holds/:id/release', 200, secretInput, (ctx, value, scope) =>
    releaseHold(ctx, named(scope, 'id'), proofIn(value, scope)),
  ),
  post(
    '/api/v1/appointments/:reference/move',
    200,
    moveInput,
    async (ctx, value, scope): Promise<MovedView> => {
      const at = Date.parse(value.start)
      const moved = await moveAppointment(ctx, named(scope, 'reference'), proofIn(value, scope), at)
      return { ...moved, start: iso(moved.start), end: iso(moved.end) }
    },
  ),
  post('/api/v1/appointments/:reference/cancel', 200, secretInput, (ctx, value, scope) =>
    cancelAppointment(ctx, named(scope, 'reference'), proofIn(value, scope)),
  ),
]
