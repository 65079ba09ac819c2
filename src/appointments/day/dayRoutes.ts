import { z } from 'zod'
import { type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { dayInput, markInput } from './contract.ts'
import { DAY_STAFF } from './hands.ts'
import { markAppointment } from './markAppointment.ts'
import { readOfficeDay } from './readOfficeDay.ts'

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
]
