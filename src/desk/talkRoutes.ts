import { z } from 'zod'
import type { StaffContext } from '../platform/context.ts'
import { type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { notFound } from '../platform/problems.ts'
import type { Switchboard, TalkSwitch } from '../telephony/index.ts'
import { talkTarget, type TalkTarget } from './contract.ts'
import { DESK_ROLES as roles } from './roles.ts'
import { targetsFor } from './targetsFor.ts'

const nothing = z.object({})
const calls = '/api/v1/desk/calls/:id'

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diesen Anruf')
  return id.data
}

/** Hold, consultation, handing over and conference of the call in hand. */
export function talkRoutes(switchboard: Switchboard): readonly Route[] {
  const { talk } = switchboard
  return [
    staffRoute({
      method: 'get',
      path: `${calls}/targets`,
      roles,
      input: nothing,
      run: (ctx, _input, request) => targetsFor(ctx, switchboard, idOf(request)),
    }),
    plain('hold', talk.hold),
    plain('take-back', talk.takeBack),
    plain('hand-over', talk.handOver),
    plain('confer', talk.confer),
    withTarget('consult', talk.consult),
    withTarget('transfer', talk.transfer),
  ]
}

const plain = (what: string, act: TalkSwitch['hold']): Route =>
  staffRoute({
    method: 'post',
    path: `${calls}/${what}`,
    roles,
    input: nothing,
    run: (ctx: StaffContext, _input, request) => act(ctx, idOf(request)),
  })

const withTarget = (
  what: string,
  act: (ctx: StaffContext, callId: string, target: TalkTarget) => Promise<void>,
): Route =>
  staffRoute({
    method: 'post',
    path: `${calls}/${what}`,
    roles,
    input: talkTarget,
    run: (ctx, target, request) => act(ctx, idOf(request), target),
  })
