import { z } from 'zod'
import { CITY_STAFF, type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { invalid, notFound } from '../platform/problems.ts'
import { assignReport } from './assignReport.ts'
import { changeCategory } from './changeCategory.ts'
import { categoryInput } from './categories/contract.ts'
import { categoryId } from './categories/model.ts'
import { readCategories, saveCategory } from './categories/saveCategory.ts'
import {
  assignInput,
  groundInput,
  putAwayInput,
  releaseInput,
  reportsInput,
  routeInput,
  stepInput,
  takeOnInput,
  categoryChange,
  mergeInput,
} from './contract.ts'
import { giveWords } from './follow/giveWords.ts'
import { mergeReport, splitReport } from './merging/mergeReport.ts'
import { moveReport } from './moveReport.ts'
import { keyChange, keyInput } from './open311/contract.ts'
import { listKeys, makeKey, switchKey } from './open311/keys.ts'
import { bringBack, putAway } from './putAway/putAway.ts'
import { releaseReport } from './open311/releaseReport.ts'
import { photoRoutes } from './photos/routes.ts'
import { markGround } from './place/markGround.ts'
import { readReport } from './readReport.ts'
import { readReports } from './readReports.ts'
import { routeReport } from './routeReport.ts'
import { takeOn } from './takeOn.ts'

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diese Meldung')
  return id.data
}

const keyOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diesen Schlüssel')
  return id.data
}

const categoryOf = ({ params }: RouteRequest): string => {
  const id = categoryId.safeParse(params['id'])
  if (!id.success) throw invalid({ id: id.error.issues[0]?.message ?? 'Diese Kennung geht nicht.' })
  return id.data
}

/** What staff do with reports, and the photos that everybody may see. */
export const reportRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/report-categories',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx) => readCategories(ctx),
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/report-categories/:id',
    roles: ['admin'],
    input: categoryInput,
    run: (ctx, input, request) => saveCategory(ctx, categoryOf(request), input),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/reports',
    roles: CITY_STAFF,
    input: reportsInput,
    run: readReports,
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/reports/:id',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => readReport(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/steps',
    roles: CITY_STAFF,
    input: stepInput,
    run: (ctx, input, request) => moveReport(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/put-away',
    roles: CITY_STAFF,
    input: putAwayInput,
    run: (ctx, input, request) => putAway(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/bring-back',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => bringBack(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/route',
    roles: CITY_STAFF,
    input: routeInput,
    run: (ctx, input, request) => routeReport(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/ground',
    roles: CITY_STAFF,
    input: groundInput,
    run: (ctx, { isPrivate }, request) => markGround(ctx, idOf(request), isPrivate),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/category',
    roles: CITY_STAFF,
    input: categoryChange,
    run: (ctx, input, request) => changeCategory(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/merge',
    roles: CITY_STAFF,
    input: mergeInput,
    run: (ctx, input, request) => mergeReport(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/split',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => splitReport(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/release',
    roles: CITY_STAFF,
    input: releaseInput,
    run: (ctx, { released }, request) => releaseReport(ctx, idOf(request), released),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/open311-keys',
    roles: ['admin'],
    input: z.object({}),
    run: (ctx) => listKeys(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/open311-keys',
    roles: ['admin'],
    input: keyInput,
    run: makeKey,
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/open311-keys/:id',
    roles: ['admin'],
    input: keyChange,
    run: (ctx, input, request) => switchKey(ctx, keyOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/words',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => giveWords(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/reports/:id/assign',
    roles: CITY_STAFF,
    input: assignInput,
    run: (ctx, { accountId }, request) => assignReport(ctx, idOf(request), accountId),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/cases/:id/report',
    roles: CITY_STAFF,
    input: takeOnInput,
    run: (ctx, input, request) => takeOn(ctx, idOf(request), input),
  }),
  ...photoRoutes,
]
