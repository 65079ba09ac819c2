import type { Context as HonoContext } from 'hono'
import { parse } from '../platform/http/mount.ts'
import { rawRoute, type RequestScope, type Route } from '../platform/http/route.ts'
import { taggedJson } from '../platform/http/taggedJson.ts'
import { idempotencyKey } from '../shared/idempotencyKey.ts'
import * as booking from './api/bookingWords.ts'
import * as changing from './api/changingWords.ts'
import { Accepted, asApi, postRoute } from '../platform/http/postRoute.ts'
import { streamRoute } from './api/streamRoute.ts'
import { docOf } from '../platform/http/apiWords.ts'
import { zmsRoutes } from './api/zms/zmsRoutes.ts'
import { cancelAppointment } from './booking/cancelAppointment.ts'
import {
  askedView,
  type AskedView,
  availabilityInput,
  availabilityView,
  cancelledView,
  confirmedView,
  type ConfirmedView,
  confirmInput,
  extendedView,
  holdInput,
  holdView,
  type HoldView,
  movedView,
  moveInput,
  type MovedView,
  secretInput,
} from './contract.ts'
import { extendHold } from './booking/extendHold.ts'
import { holdAppointment } from './booking/holdAppointment.ts'
import { bookOrAsk } from './notices/bookOrAsk.ts'
import { moveAppointment } from './booking/moveAppointment.ts'
import { availabilityText } from './offers/availabilityText.ts'
import type { AvailabilityRequest } from './offers/readAvailability.ts'
import { releaseHold } from './booking/releaseHold.ts'

const iso = (at: number): string => new Date(at).toISOString()
const proofIn = ({ secret }: { secret: string }, { request }: RequestScope) => ({
  secret,
  address: request.address,
})
const named = (scope: RequestScope, name: 'id' | 'reference'): string => scope.request.params[name] ?? ''

/** What the query says; parameters may be repeated. */
function availabilityAsked(c: HonoContext): AvailabilityRequest {
  const { service = [], persons = [] } = c.req.queries()
  const query = parse(availabilityInput, { ...c.req.query(), service, persons })
  const services = query.service.map((id, place) => ({
    id,
    persons: query.persons[place] ?? query.persons[0] ?? 1,
  }))
  const { office, from, to } = query
  return { services, office, from, to }
}

async function askAvailability(c: HonoContext, scope: RequestScope): Promise<Response> {
  const question = new URL(c.req.url).search
  return taggedJson(c, await availabilityText(asApi(scope), question, () => availabilityAsked(c)))
}

export const appointmentRoutes: readonly Route[] = [
  rawRoute({
    method: 'get',
    path: '/api/v1/availability',
    roles: 'public',
    problemJson: true,
    traffic: 'read',
    doc: docOf(
      booking.availabilityWords,
      { query: availabilityInput },
      {
        status: 200,
        name: 'Availability',
        schema: availabilityView,
        headers: { ETag: 'Für `If-None-Match`.' },
      },
      { status: 304, description: 'Seit der Antwort mit diesem `ETag` hat sich nichts geändert.' },
    ),
    respond: askAvailability,
  }),
  streamRoute(),
  ...zmsRoutes,
  postRoute({
    path: '/api/v1/holds',
    traffic: 'take',
    words: booking.holdWords,
    input: holdInput,
    answer: { status: 201, name: 'Hold', schema: holdView },
    async run(ctx, value, _scope, c): Promise<HoldView> {
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
    },
  }),
  postRoute({
    path: '/api/v1/holds/:id/confirm',
    traffic: 'finish',
    words: booking.confirmWords,
    input: confirmInput,
    answer: { status: 201, name: 'Confirmed', schema: confirmedView },
    accepted: {
      name: 'Asked',
      schema: askedView,
      description:
        'Noch nicht gebucht: Die Stadt möchte die Adresse bestätigt haben. Dorthin ging ein Link (`link`, E-Mail) oder ein Code (`code`, SMS); bis `expiresAt` bleibt die Zeit gehalten.',
    },
    async run(ctx, value, scope): Promise<ConfirmedView | Accepted> {
      const proof = proofIn(value, scope)
      const booked = await bookOrAsk(ctx, named(scope, 'id'), proof, value.contact)
      if ('awaits' in booked)
        return new Accepted({
          awaits: booked.awaits,
          expiresAt: booked.expiresAt.toISOString(),
        } satisfies AskedView)
      const { reference, start, end } = booked
      return { reference, secret: value.secret, start: iso(start), end: iso(end) }
    },
  }),
  postRoute({
    path: '/api/v1/holds/:id/extend',
    traffic: 'finish',
    words: booking.extendWords,
    input: secretInput,
    answer: { status: 200, name: 'Extended', schema: extendedView },
    async run(ctx, value, scope) {
      const expiresAt = await extendHold(ctx, named(scope, 'id'), proofIn(value, scope))
      return { expiresAt: expiresAt.toISOString() }
    },
  }),
  postRoute({
    path: '/api/v1/holds/:id/release',
    traffic: 'finish',
    words: booking.releaseWords,
    input: secretInput,
    answer: null,
    run: (ctx, value, scope) => releaseHold(ctx, named(scope, 'id'), proofIn(value, scope)),
  }),
  postRoute({
    path: '/api/v1/appointments/:reference/move',
    traffic: 'finish',
    words: changing.moveWords,
    input: moveInput,
    answer: { status: 200, name: 'Moved', schema: movedView },
    async run(ctx, value, scope): Promise<MovedView> {
      const at = Date.parse(value.start)
      const moved = await moveAppointment(ctx, named(scope, 'reference'), proofIn(value, scope), at)
      return { ...moved, start: iso(moved.start), end: iso(moved.end) }
    },
  }),
  postRoute({
    path: '/api/v1/appointments/:reference/cancel',
    traffic: 'finish',
    words: changing.cancelWords,
    input: secretInput,
    answer: { status: 200, name: 'Cancelled', schema: cancelledView },
    run: (ctx, value, scope) => cancelAppointment(ctx, named(scope, 'reference'), proofIn(value, scope)),
  }),
]
