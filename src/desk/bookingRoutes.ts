import { z } from 'zod'
import { CALLERS } from '../callbacks/index.ts'
import type { Role, StaffContext } from '../platform/context.ts'
import { type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import type { Switchboard } from '../telephony/index.ts'
import { bookFromCallback } from './bookFromCallback.ts'
import type { BookingWork } from './bookingWork.ts'
import { cancelBookedInCall, moveBooked, openBooked, renewKeyInCall } from './changeBooked.ts'
import {
  bookInput,
  changeBookedInput,
  heldTimeInput,
  holdTimeInput,
  moveBookedInput,
  offersInput,
} from './contract.ts'
import { giveTimeBack, holdLonger, holdTime } from './holdTime.ts'
import { offerTimes } from './offerTimes.ts'
import { DESK_ROLES } from './roles.ts'

/** Looking for an appointment while speaking: in a call at the desk, and on a callback in hand. */
export const bookingRoutes = (switchboard: Switchboard): readonly Route[] => [
  ...routesFor('call', '/api/v1/desk/calls/:id', DESK_ROLES),
  ...routesFor('callback', '/api/v1/callbacks/:id', CALLERS),
  changeRoute('open', changeBookedInput, openBooked),
  changeRoute('move', moveBookedInput, moveBooked),
  changeRoute('cancel', changeBookedInput, cancelBookedInCall),
  changeRoute('new-key', changeBookedInput, renewKeyInCall),
  staffRoute({
    method: 'post',
    path: '/api/v1/callbacks/:id/appointment/book',
    roles: CALLERS,
    input: bookInput,
    run: (ctx, input, request) => bookFromCallback(ctx, switchboard, workOf('callback', request).id, input),
  }),
]

/** A booked appointment of whoever is on the telephone. */
const changeRoute = <S extends z.ZodType>(
  what: string,
  input: S,
  run: (ctx: StaffContext, callId: string, value: z.infer<S>) => Promise<object>,
): Route =>
  staffRoute({
    method: 'post',
    path: `/api/v1/desk/calls/:id/booked/${what}`,
    roles: DESK_ROLES,
    input,
    run: (ctx, value, request) => run(ctx, workOf('call', request).id, value),
  })

function routesFor(kind: BookingWork['kind'], base: string, roles: readonly Role[]): readonly Route[] {
  const route = <S extends z.ZodType>(
    what: string,
    input: S,
    run: (ctx: StaffContext, work: BookingWork, value: z.infer<S>) => Promise<object | void>,
  ): Route =>
    staffRoute({
      method: 'post',
      path: `${base}/appointment/${what}`,
      roles,
      input,
      run: (ctx, value, request) => run(ctx, workOf(kind, request), value),
    })
  return [
    route('offers', offersInput, offerTimes),
    route('hold', holdTimeInput, holdTime),
    route('extend', heldTimeInput, (ctx, work, { held }) => holdLonger(ctx, work, held)),
    route('release', z.object({}), (ctx) => giveTimeBack(ctx)),
  ]
}

function workOf(kind: BookingWork['kind'], { params }: RouteRequest): BookingWork {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound(kind === 'call' ? 'Diesen Anruf' : 'Diesen Rückruf')
  return { kind, id: id.data }
}
