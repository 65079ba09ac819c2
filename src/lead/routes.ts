import { z } from 'zod'
import { type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import type { LeadTools } from '../telephony/index.ts'
import { moveInput, signOutInput } from './contract.ts'
import { joinCall, leaveCall } from './joinCall.ts'
import { moveCaller } from './moveCaller.ts'
import { readLead } from './readLead.ts'
import { signOutAgent } from './signOutAgent.ts'

const nothing = z.object({})
const LEADS = ['lead', 'admin'] as const
/** An administrator has no place at the telephone. */
const WITH_TELEPHONE = ['lead'] as const

const idOf = ({ params }: RouteRequest, what: string): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound(what)
  return id.data
}

export const leadRoutes = (switchboard: LeadTools): readonly Route[] => [
  staffRoute({
    method: 'get',
    path: '/api/v1/lead',
    roles: LEADS,
    input: nothing,
    run: (ctx) => readLead(ctx, switchboard),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/lead/calls/:id/move',
    roles: LEADS,
    input: moveInput,
    run: (ctx, input, request) => moveCaller(ctx, switchboard, idOf(request, 'Diesen Anruf'), input),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/lead/calls/:id/join',
    roles: WITH_TELEPHONE,
    input: nothing,
    run: (ctx, _input, request) => joinCall(ctx, switchboard, idOf(request, 'Diesen Anruf')),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/lead/calls/:id/leave',
    roles: WITH_TELEPHONE,
    input: nothing,
    run: (ctx, _input, request) => leaveCall(ctx, switchboard, idOf(request, 'Diesen Anruf')),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/lead/desks/:id/sign-out',
    roles: LEADS,
    input: signOutInput,
    run: (ctx, input, request) => signOutAgent(ctx, switchboard, idOf(request, 'Diesen Arbeitsplatz'), input),
  }),
]
