import { z } from 'zod'
import { CITY_STAFF, rawRoute, type Route, type RouteRequest, staffRoute } from '../platform/http/route.ts'
import { notFound, notSignedIn } from '../platform/problems.ts'
import type { Switchboard } from '../telephony/index.ts'
import { alarmRoutes } from './alarm/alarmRoutes.ts'
import { byClerkRoutes } from './byClerk/byClerkRoutes.ts'
import { acceptProposal } from './proposals/acceptProposal.ts'
import { callBack } from './attempts/callBack.ts'
import { changeOwner } from './worklist/changeOwner.ts'
import {
  dismissInput,
  giveBackInput,
  handOverInput,
  holdInput,
  nextInput,
  outcomeInput,
  ownerInput,
  takeOverInput,
} from './contract.ts'
import { dismissProposal } from './proposals/dismissProposal.ts'
import { giveBack } from './worklist/giveBack.ts'
import { CALLERS } from './worklist/hands.ts'
import { handOverShift } from './worklist/handOverShift.ts'
import { hangUp } from './attempts/hangUp.ts'
import { hold } from './attempts/hold.ts'
import { nextWindows } from './worklist/nextWindows.ts'
import { readCallback } from './worklist/readCallback.ts'
import { readUpcoming } from './worklist/readUpcoming.ts'
import { readShift } from './worklist/readShift.ts'
import { readWorklist } from './worklist/readWorklist.ts'
import { recordOutcome } from './attempts/recordOutcome.ts'
import { hearSpokenReason } from './menu/spokenReason.ts'
import { takeCallback } from './worklist/take.ts'
import { takeNext } from './worklist/takeNext.ts'
import { takeOver } from './worklist/takeOver.ts'
import { whyText } from './worklist/whyText.ts'

const nothing = z.object({})
const one = '/api/v1/callbacks/:id'

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diesen Rückruf')
  return id.data
}

/** @param switchboard the telephone that clerks call back with */
export const callbackRoutes = (switchboard: Switchboard): readonly Route[] => [
  ...alarmRoutes,
  ...byClerkRoutes,
  staffRoute({
    method: 'get',
    path: '/api/v1/callbacks',
    roles: CITY_STAFF,
    input: nothing,
    run: (ctx) => readWorklist(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/callbacks/next',
    roles: CALLERS,
    input: nextInput,
    async run(ctx, input) {
      const { id, why } = await takeNext(ctx, input)
      const view = await readCallback(ctx, switchboard, id)
      return { ...view, why: whyText(why, view.item.dueText) }
    },
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/callbacks/upcoming',
    roles: CALLERS,
    input: nextInput,
    run: readUpcoming,
  }),
  staffRoute({
    method: 'get',
    path: '/api/v1/callbacks/shift',
    roles: CALLERS,
    input: nothing,
    run: (ctx) => readShift(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/callbacks/shift/hand-over',
    roles: CALLERS,
    input: handOverInput,
    run: handOverShift,
  }),
  staffRoute({
    method: 'get',
    path: one,
    roles: CITY_STAFF,
    input: nothing,
    run: (ctx, _input, request) => readCallback(ctx, switchboard, idOf(request)),
  }),
  rawRoute({
    method: 'get',
    path: `${one}/recording`,
    roles: CITY_STAFF,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      const sound = await hearSpokenReason(staff, idOf(request))
      // Nothing of a citizen's voice stays in a browser's cache.
      const headers = { 'content-type': 'audio/wav', 'cache-control': 'no-store' }
      return c.body(new Uint8Array(sound), 200, headers)
    },
  }),
  staffRoute({
    method: 'post',
    path: `${one}/take`,
    roles: CALLERS,
    input: nothing,
    async run(ctx, _input, request) {
      await takeCallback(ctx, idOf(request))
      return readCallback(ctx, switchboard, idOf(request))
    },
  }),
  staffRoute({
    method: 'post',
    path: `${one}/take-over`,
    roles: CALLERS,
    input: takeOverInput,
    async run(ctx, input, request) {
      await takeOver(ctx, idOf(request), input)
      return readCallback(ctx, switchboard, idOf(request))
    },
  }),
  staffRoute({
    method: 'get',
    path: `${one}/windows`,
    roles: CALLERS,
    input: nothing,
    run: (ctx, _input, request) => nextWindows(ctx, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/give-back`,
    roles: CALLERS,
    input: giveBackInput,
    run: (ctx, input, request) => giveBack(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/owner`,
    roles: ['lead'],
    input: ownerInput,
    run: (ctx, input, request) => changeOwner(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/call`,
    roles: CALLERS,
    input: nothing,
    async run(ctx, _input, request) {
      await callBack(ctx, switchboard, idOf(request))
      return readCallback(ctx, switchboard, idOf(request))
    },
  }),
  staffRoute({
    method: 'post',
    path: `${one}/hang-up`,
    roles: CALLERS,
    input: nothing,
    run: (ctx, _input, request) => hangUp(ctx, switchboard, idOf(request)),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/hold`,
    roles: CALLERS,
    input: holdInput,
    run: (ctx, { held }, request) => hold(ctx, switchboard, idOf(request), held),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/proposals/:id/accept',
    roles: CALLERS,
    input: nothing,
    run: async (ctx, _input, request) =>
      readCallback(ctx, switchboard, await acceptProposal(ctx, idOf(request))),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/proposals/:id/dismiss',
    roles: CALLERS,
    input: dismissInput,
    run: (ctx, input, request) => dismissProposal(ctx, idOf(request), input),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/outcome`,
    roles: CALLERS,
    input: outcomeInput,
    run: (ctx, input, request) => recordOutcome(ctx, switchboard, idOf(request), input),
  }),
]
