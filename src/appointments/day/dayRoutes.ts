import { z } from 'zod'
import { type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { acceptOffers } from './acceptOffers.ts'
import { closeDay } from './closeDay.ts'
import { acceptInput, closeInput, dayInput, markInput, openInput, toSettleInput } from './contract.ts'
import { DAY_CLOSERS, DAY_STAFF } from './hands.ts'
import { markAppointment } from './markAppointment.ts'
import { openDayAgain } from './openDayAgain.ts'
import { readOfficeDay } from './readOfficeDay.ts'
import { readToSettle } from './readToSettle.ts'
import { cancelByPhone, nearTimesOf } from './settleByPhone.ts'

const nothing = z.object({})
const DAYS = '/api/v1/office-days'

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diesen Termin')
  return id.data
}

/** The office's day, for clerks and leads. */
export const dayRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: DAYS,
    roles: DAY_STAFF,
    input: dayInput,
    run: (ctx, input) => readOfficeDay(ctx, input),
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/appointments/:id/mark`,
    roles: DAY_STAFF,
    input: markInput,
    run: (ctx, input, request) => markAppointment(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'get',
    path: `${DAYS}/to-settle`,
    roles: DAY_STAFF,
    input: toSettleInput,
    run: (ctx, { office }) => readToSettle(ctx, office),
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/to-settle/accept`,
    roles: DAY_STAFF,
    input: acceptInput,
    run: (ctx, { offers }) =>
      acceptOffers(
        ctx,
        offers.map(({ id, start }) => ({ id, start: Date.parse(start) })),
      ),
  }),
  staffRoute({
    method: 'get',
    path: `${DAYS}/appointments/:id/times`,
    roles: DAY_STAFF,
    input: nothing,
    run: (ctx, _input, request) => nearTimesOf(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/appointments/:id/cancel`,
    roles: DAY_STAFF,
    input: nothing,
    run: (ctx, _input, request) => cancelByPhone(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/close`,
    roles: DAY_CLOSERS,
    input: closeInput,
    run: (ctx, input) => closeDay(ctx, input),
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/open`,
    roles: DAY_CLOSERS,
    input: openInput,
    run: (ctx, input) => openDayAgain(ctx, input),
  }),
]
