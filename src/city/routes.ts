import { z } from 'zod'
import type { StaffContext } from '../platform/context.ts'
import { parse } from '../platform/http/mount.ts'
import { CITY_STAFF, EVERY_ROLE, publicRoute, type Route, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import { addClosure } from './addClosure.ts'
import { allowDialling, changeCallLimits, forbidDialling, readMisuse } from './misuse.ts'
import { announce, withdrawAnnouncement } from './announce.ts'
import { changeCity } from './changeCity.ts'
import { changeHours } from './changeHours.ts'
import {
  announcementInput,
  callLimits,
  cityInput,
  type CityView,
  closureView,
  dialPermissionInput,
  hoursInput,
  lineInput,
  lineOpeningInput,
  providerInput,
  teamInput,
} from './contract.ts'
import { cityOf } from './cityOf.ts'
import { decideLine, endDecision } from './decideLine.ts'
import { readCity } from './readCity.ts'
import { removeClosure } from './removeClosure.ts'
import { saveLine } from './saveLine.ts'
import { saveProvider } from './saveProvider.ts'
import { saveTeam } from './saveTeam.ts'
import { todayView } from './todayView.ts'

const nothing = z.object({})
const ADMIN = ['admin'] as const
const LEADS = ['lead', 'admin'] as const

/** Every change answers the whole city as it is afterwards, so that the console shows what counts now. */
const thenCity = async (ctx: StaffContext, change: Promise<unknown>): Promise<CityView> => {
  await change
  return readCity(ctx)
}

/** An id from the path; one that is no id cannot be found. */
const idOf = (params: Readonly<Record<string, string>>): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound()
  return id.data
}

const saving = <S extends z.ZodType>(
  what: string,
  input: S,
  save: (ctx: StaffContext, id: string | null, input: z.output<S>) => Promise<string>,
): Route[] => [
  staffRoute({
    method: 'post',
    path: `/api/v1/city/${what}`,
    roles: ADMIN,
    input,
    run: (ctx, value) => thenCity(ctx, save(ctx, null, value)),
  }),
  staffRoute({
    method: 'put',
    path: `/api/v1/city/${what}/:id`,
    roles: ADMIN,
    input,
    run: (ctx, value, { params }) => thenCity(ctx, save(ctx, idOf(params), value)),
  }),
]

export const cityRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: '/api/v1/about',
    roles: 'public',
    input: nothing,
    run: async ({ db, cityId }) => {
      const { title, demo } = await cityOf(db, cityId)
      return { title, demo }
    },
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/city',
    roles: CITY_STAFF,
    input: nothing,
    run: (ctx) => readCity(ctx),
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/city',
    roles: ADMIN,
    input: cityInput,
    run: (ctx, input) => thenCity(ctx, changeCity(ctx, input)),
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/city/hours',
    roles: ADMIN,
    input: hoursInput,
    run: (ctx, { hours }) => thenCity(ctx, changeHours(ctx, hours)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/city/closures',
    roles: ADMIN,
    input: closureView,
    run: (ctx, closure) => thenCity(ctx, addClosure(ctx, closure)),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/city/closures/:date',
    roles: ADMIN,
    input: nothing,
    run: (ctx, _, { params }) =>
      thenCity(ctx, removeClosure(ctx, parse(closureView.shape.date, params['date']))),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/dial-permissions',
    roles: ADMIN,
    input: nothing,
    run: (ctx) => readMisuse(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/dial-permissions',
    roles: ADMIN,
    input: dialPermissionInput,
    run: (ctx, input) => allowDialling(ctx, input),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/dial-permissions/:digits',
    roles: ADMIN,
    input: nothing,
    run: (ctx, _, { params }) => forbidDialling(ctx, `+${params['digits'] ?? ''}`),
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/call-limits',
    roles: ADMIN,
    input: callLimits,
    run: (ctx, input) => changeCallLimits(ctx, input),
  }),
  ...saving('lines', lineInput, saveLine),
  ...saving('teams', teamInput, saveTeam),
  ...saving('providers', providerInput, saveProvider),
  staffRoute({
    method: 'put',
    path: '/api/v1/lines/:id/opening',
    roles: LEADS,
    input: lineOpeningInput,
    run: (ctx, input, { params }) => decideLine(ctx, idOf(params), input),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/lines/:id/opening',
    roles: LEADS,
    input: nothing,
    run: (ctx, _, { params }) => endDecision(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/announcements',
    roles: LEADS,
    input: announcementInput,
    run: async (ctx, input) => ({ id: await announce(ctx, input) }),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/announcements/:id',
    roles: LEADS,
    input: nothing,
    run: (ctx, _, { params }) => withdrawAnnouncement(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/notices/today',
    roles: EVERY_ROLE,
    input: nothing,
    run: (ctx) => todayView(ctx.db, ctx.cityId, ctx.clock.now()),
  }),
]
