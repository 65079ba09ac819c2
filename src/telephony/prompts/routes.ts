import { z } from 'zod'
import { rawRoute, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notSignedIn } from '../../platform/problems.ts'
import { announcementRoute } from './announcementRoute.ts'
import { hearPrompt, listPrompts, resetPrompt, uploadPrompt } from './changePrompt.ts'
import { soundRoute } from './soundRoute.ts'

const ADMIN = ['admin'] as const
const one = '/api/v1/prompts/:lang/:name/sound'
/** A minute of sound, and some room for a sentence to the one who sends more. */
const MOST_BYTES = 2 * 1024 * 1024

const promptIn = ({ params }: RouteRequest) => ({ lang: params['lang'] ?? '', name: params['name'] ?? '' })

export const promptRoutes: readonly Route[] = [
  soundRoute,
  announcementRoute,
  staffRoute({
    method: 'get',
    path: '/api/v1/prompts',
    roles: ADMIN,
    input: z.object({}),
    run: (ctx) => listPrompts(ctx),
  }),
  rawRoute({
    method: 'get',
    path: one,
    roles: ADMIN,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      const sound = await hearPrompt(staff, promptIn(request))
      return c.body(new Uint8Array(sound), 200, { 'content-type': 'audio/wav', 'cache-control': 'no-store' })
    },
  }),
  rawRoute({
    method: 'put',
    path: one,
    roles: ADMIN,
    maxBytes: MOST_BYTES,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      await uploadPrompt(staff, promptIn(request), Buffer.from(await c.req.arrayBuffer()))
      return c.body(null, 204)
    },
  }),
  staffRoute({
    method: 'delete',
    path: one,
    roles: ADMIN,
    input: z.object({}),
    run: (ctx, _input, request) => resetPrompt(ctx, promptIn(request)),
  }),
]
