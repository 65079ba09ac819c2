import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { Platform } from '../platform/context.ts'
import { rawRoute, type Route, staffRoute } from '../platform/http/route.ts'
import { notAllowed } from '../platform/problems.ts'
import type { Switchboard } from '../telephony/index.ts'
import { callbackFiguresRoutes } from './callbackFigures/routes.ts'
import { createMetrics } from './metrics.ts'
import { readBoard } from './readBoard.ts'
import { readFigures } from './readFigures.ts'
import { trialPlanRoutes } from './trialPlanRoutes.ts'

const LEADS = ['lead', 'admin'] as const
const figuresInput = z.object({ day: z.iso.date('Bitte einen Tag als JJJJ-MM-TT angeben.').optional() })

export function trialRoutes(
  platform: Platform,
  switchboard: Pick<Switchboard, 'snapshot'>,
): readonly Route[] {
  const metrics = createMetrics(platform)
  return [
    staffRoute({
      method: 'get',
      path: '/api/v1/board',
      roles: LEADS,
      input: z.object({}),
      run: (ctx) => readBoard(ctx, switchboard),
    }),
    staffRoute({
      method: 'get',
      path: '/api/v1/figures',
      roles: LEADS,
      input: figuresInput,
      run: (ctx, { day }) => readFigures(ctx, day),
    }),
    ...callbackFiguresRoutes,
    ...trialPlanRoutes,
    rawRoute({
      method: 'get',
      path: '/metrics',
      roles: 'public',
      respond: async (c, { request }) => {
        if (!isThisMachine(c, request.address)) throw notAllowed()
        return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
      },
    }),
  ]
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Asked from this machine itself. A proxy on this machine asks for somebody else, and says so. */
function isThisMachine(c: HonoContext, address: string): boolean {
  const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via']
  return LOOPBACK.has(address) && !forwarded.some((name) => c.req.header(name) !== undefined)
}
