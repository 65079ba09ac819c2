import { z } from 'zod'
import { CITY_STAFF, type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import { addNote } from './addNote.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { findCaseInput, noteInput } from './contract.ts'
import { findCase } from './findCase.ts'
import { textModuleInput } from './textModules/contract.ts'
import { listTextModules, saveTextModule } from './textModules/saveTextModule.ts'
import { textsForCase } from './textModules/textsForCase.ts'
import { readCase } from './readCase.ts'

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Dieses Anliegen')
  return id.data
}

const moduleIdOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diesen Textbaustein')
  return id.data
}

export const caseRoutes: readonly Route[] = [
  ...attachmentRoutes,
  staffRoute({
    method: 'get',
    path: '/api/v1/text-modules',
    roles: ['admin'],
    input: z.object({}),
    run: (ctx) => listTextModules(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/text-modules',
    roles: ['admin'],
    input: textModuleInput,
    run: (ctx, input) => saveTextModule(ctx, null, input),
  }),
  staffRoute({
    method: 'put',
    path: '/api/v1/text-modules/:id',
    roles: ['admin'],
    input: textModuleInput,
    run: (ctx, input, request) => saveTextModule(ctx, moduleIdOf(request), input),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/cases/:id/text-modules',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => textsForCase(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/cases',
    roles: CITY_STAFF,
    input: findCaseInput,
    run: findCase,
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/cases/:id',
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => readCase(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/cases/:id/notes',
    roles: CITY_STAFF,
    input: noteInput,
    run: (ctx, input, request) => addNote(ctx, idOf(request), input),
  }),
]
