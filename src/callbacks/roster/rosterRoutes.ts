import { z } from 'zod'
import { CITY_STAFF, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { addAbsence, removeAbsence } from './absences.ts'
import { absenceInput, entryInput, rosterInput } from './contract.ts'
import { endRoster } from './endRoster.ts'
import { PLANNERS } from './hands.ts'
import { readRoster } from './readRoster.ts'
import { removeEntry } from './removeEntry.ts'
import { saveEntry } from './saveEntry.ts'

const ONE_ROSTER = '/api/v1/rosters/:team'
const ONE_ENTRY = `${ONE_ROSTER}/entries/:id`
const nothing = z.object({})

const idIn = ({ params }: RouteRequest, name: string, what: string): string => {
  const id = z.uuid().safeParse(params[name])
  if (!id.success) throw notFound(what)
  return id.data
}
const teamIn = (request: RouteRequest) => idIn(request, 'team', 'Dieses Team')
const entryIn = (request: RouteRequest) => idIn(request, 'id', 'Diese Zeit')

/** Who makes callbacks when; every change answers what it leaves uncovered. */
export const rosterRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/rosters',
    roles: CITY_STAFF,
    input: rosterInput,
    run: (ctx, input) => readRoster(ctx, input),
  }),
  staffRoute({
    method: 'delete',
    path: ONE_ROSTER,
    roles: PLANNERS,
    input: nothing,
    run: (ctx, _input, request) => endRoster(ctx, teamIn(request)),
  }),
  staffRoute({
    method: 'post',
    path: `${ONE_ROSTER}/entries`,
    roles: PLANNERS,
    input: entryInput,
    run: (ctx, input, request) => saveEntry(ctx, teamIn(request), null, input),
  }),
  staffRoute({
    method: 'put',
    path: ONE_ENTRY,
    roles: PLANNERS,
    input: entryInput,
    run: (ctx, input, request) => saveEntry(ctx, teamIn(request), entryIn(request), input),
  }),
  staffRoute({
    method: 'delete',
    path: ONE_ENTRY,
    roles: PLANNERS,
    input: nothing,
    run: (ctx, _input, request) => removeEntry(ctx, teamIn(request), entryIn(request)),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/absences',
    roles: CITY_STAFF,
    input: absenceInput,
    run: (ctx, input) => addAbsence(ctx, input),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/absences/:id',
    roles: CITY_STAFF,
    input: nothing,
    run: (ctx, _input, request) => removeAbsence(ctx, idIn(request, 'id', 'Diese Abwesenheit')),
  }),
]
