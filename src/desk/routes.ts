import { z } from 'zod'
import type { StaffContext } from '../platform/context.ts'
import { type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import type { LeadTools, Switchboard } from '../telephony/index.ts'
import { bookingRoutes } from './bookingRoutes.ts'
import { complete } from './complete.ts'
import { completeInput, heartbeatInput, intakeDraft, stateInput } from './contract.ts'
import { keepDraft } from './keepDraft.ts'
import { readCategories } from './readCategories.ts'
import { readWays } from './readWays.ts'
import { readDesk } from './readDesk.ts'
import { DESK_ROLES as roles } from './roles.ts'
import { talkRoutes } from './talkRoutes.ts'

const nothing = z.object({})
const desk = '/api/v1/desk'

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diesen Anruf')
  return id.data
}

/** @param switchboard the telephone behind every desk */
export const deskRoutes = (switchboard: Switchboard & Pick<LeadTools, 'leadIn'>): readonly Route[] => [
  staffRoute({ method: 'get', path: desk, roles, input: nothing, run: (ctx) => readDesk(ctx, switchboard) }),
  staffRoute({
    method: 'post',
    path: `${desk}/state`,
    roles,
    input: stateInput,
    run: (ctx, { state, reason }) => switchboard.setReady(ctx, state === 'available', reason),
  }),
  staffRoute({
    method: 'post',
    path: `${desk}/heartbeat`,
    roles,
    input: heartbeatInput,
    run: (ctx, checks) => switchboard.heartbeat(ctx, checks),
  }),
  staffRoute({
    method: 'post',
    path: `${desk}/training`,
    roles,
    input: nothing,
    run: async (ctx) => ({ callId: await switchboard.startTraining(ctx) }),
  }),
  staffRoute({
    method: 'get',
    path: `${desk}/phone`,
    roles,
    input: nothing,
    run: (ctx) => switchboard.phoneAccount(ctx),
  }),
  staffRoute({
    method: 'get',
    path: `${desk}/report-categories`,
    roles,
    input: nothing,
    run: (ctx) => readCategories(ctx),
  }),
  staffRoute({
    method: 'get',
    path: `${desk}/ways`,
    roles,
    input: nothing,
    run: (ctx) => readWays(ctx),
  }),
  callRoute('accept', (ctx, id) => switchboard.accept(ctx, id)),
  callRoute('decline', (ctx, id) => switchboard.decline(ctx, id)),
  callRoute('hang-up', (ctx, id) => switchboard.hangUp(ctx, id)),
  ...talkRoutes(switchboard),
  ...bookingRoutes(switchboard),
  staffRoute({
    method: 'put',
    path: `${desk}/calls/:id/draft`,
    roles,
    input: intakeDraft,
    run: (ctx, draft, request) => keepDraft(ctx, idOf(request), draft),
  }),
  staffRoute({
    method: 'post',
    path: `${desk}/calls/:id/complete`,
    roles,
    input: completeInput,
    run: (ctx, input, request) => complete(ctx, switchboard, idOf(request), input),
  }),
]

/** What a person does with the call on the line. */
const callRoute = (what: string, act: (ctx: StaffContext, callId: string) => Promise<void>): Route =>
  staffRoute({
    method: 'post',
    path: `${desk}/calls/:id/${what}`,
    roles,
    input: nothing,
    run: (ctx, _input, request) => act(ctx, idOf(request)),
  })
