import { z } from 'zod'
import { type Route, staffRoute } from '../../platform/http/route.ts'
import { noticeSettings } from './contract.ts'
import { readNoticeSettings, saveNoticeSettings } from './noticeSettings.ts'

const PATH = '/api/v1/appointment-notices'

/** How a city tells about appointments. */
export const noticeRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: PATH,
    roles: ['admin'],
    input: z.object({}),
    run: (ctx) => readNoticeSettings(ctx),
  }),
  staffRoute({
    method: 'put',
    path: PATH,
    roles: ['admin'],
    input: noticeSettings,
    run: (ctx, input) => saveNoticeSettings(ctx, input),
  }),
]
