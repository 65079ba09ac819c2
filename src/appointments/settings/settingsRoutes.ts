import { z } from 'zod'
import { parse } from '../../platform/http/mount.ts'
import { CITY_STAFF, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import {
  exceptionInput,
  officeInput,
  removeShiftInput,
  serviceSettingInput,
  shiftInput,
} from '../contract.ts'
import { weekInput } from './contract.ts'
import { readSettings } from './readSettings.ts'
import { readWeek } from './readWeek.ts'
import { saveOffice } from './saveOffice.ts'
import { saveServiceSetting } from './saveServiceSetting.ts'
import { removeShift, saveShift, setShiftException } from './saveShift.ts'

const ADMIN = ['admin'] as const
/** A team lead says who works when. */
const PLANNERS = ['lead', 'admin'] as const
const ONE_OFFICE = '/api/v1/offices/:office'
const ONE_SHIFT = `${ONE_OFFICE}/shifts/:shift`
const day = z.iso.date()

const officeIn = ({ params }: RouteRequest): string => params['office'] ?? ''
const shiftIn = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['shift'])
  if (!id.success) throw notFound('Diesen Dienst')
  return id.data
}

/** Offices, shifts and how services are booked; a change answers the appointments that it leaves without room. */
export const settingsRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/offices',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx) => readSettings(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/offices',
    roles: ADMIN,
    input: officeInput,
    run: (ctx, input) => saveOffice(ctx, null, input),
  }),
  staffRoute({
    method: 'put',
    path: ONE_OFFICE,
    roles: ADMIN,
    input: officeInput,
    run: (ctx, input, request) => saveOffice(ctx, officeIn(request), input),
  }),
  staffRoute({
    method: 'get',
    path: `${ONE_OFFICE}/week`,
    roles: CITY_STAFF,
    input: weekInput,
    run: (ctx, { date }, request) => readWeek(ctx, officeIn(request), date),
  }),
  staffRoute({
    method: 'post',
    path: `${ONE_OFFICE}/shifts`,
    roles: PLANNERS,
    input: shiftInput,
    run: (ctx, input, request) => saveShift(ctx, officeIn(request), null, input),
  }),
  staffRoute({
    method: 'put',
    path: ONE_SHIFT,
    roles: PLANNERS,
    input: shiftInput,
    run: (ctx, input, request) => saveShift(ctx, officeIn(request), shiftIn(request), input),
  }),
  staffRoute({
    method: 'post',
    path: `${ONE_SHIFT}/remove`,
    roles: PLANNERS,
    input: removeShiftInput,
    run: (ctx, { acceptConflicts }, request) =>
      removeShift(ctx, officeIn(request), shiftIn(request), acceptConflicts),
  }),
  staffRoute({
    method: 'put',
    path: `${ONE_SHIFT}/exceptions/:date`,
    roles: PLANNERS,
    input: exceptionInput,
    run: (ctx, input, request) => {
      const date = parse(day, request.params['date'])
      return setShiftException(ctx, { officeId: officeIn(request), shiftId: shiftIn(request), date }, input)
    },
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/appointment-services/:id',
    roles: ADMIN,
    input: serviceSettingInput,
    run: (ctx, input, { params }) => saveServiceSetting(ctx, params['id'] ?? '', input),
  }),
]
