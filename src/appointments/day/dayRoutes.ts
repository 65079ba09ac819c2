import { z } from 'zod'
import { parse } from '../../platform/http/mount.ts'
import { rawRoute, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound, notSignedIn } from '../../platform/problems.ts'
import { acceptOffers } from './acceptOffers.ts'
import { closeDay } from './closeDay.ts'
import {
  acceptInput,
  closeInput,
  dayInput,
  figuresInput,
  markInput,
  openInput,
  printedInput,
  toSettleInput,
  walkInInput,
} from './contract.ts'
import { figuresCsv } from './figuresCsv.ts'
import { DAY_CLOSERS, DAY_STAFF } from './hands.ts'
import { markAppointment } from './markAppointment.ts'
import { openDayAgain } from './openDayAgain.ts'
import { recordPrint } from './recordDayLook.ts'
import { readAppointmentFigures } from './readFigures.ts'
import { readOfficeDay } from './readOfficeDay.ts'
import { readToSettle } from './readToSettle.ts'
import { cancelByPhone, nearTimesOf } from './settleByPhone.ts'
import { squeezeIn } from './squeezeIn.ts'

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
    path: `${DAYS}/figures`,
    roles: DAY_STAFF,
    input: figuresInput,
    run: (ctx, input) => readAppointmentFigures(ctx, input),
  }),
  rawRoute({
    method: 'get',
    path: `${DAYS}/figures.csv`,
    roles: DAY_STAFF,
    async respond(c, { staff }) {
      if (!staff) throw notSignedIn()
      const figures = await readAppointmentFigures(staff, parse(figuresInput, c.req.query()))
      const name = `termine-${figures.from}-${figures.to}.csv`
      return c.body(figuresCsv(figures), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      })
    },
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/printed`,
    roles: DAY_STAFF,
    input: printedInput,
    run: (ctx, { office, date }) => recordPrint(ctx, `${office} ${date}`),
  }),
  staffRoute({
    method: 'post',
    path: `${DAYS}/walk-ins`,
    roles: DAY_STAFF,
    input: walkInInput,
    run: (ctx, input) => squeezeIn(ctx, input),
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
