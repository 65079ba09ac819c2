import { z } from 'zod'
import { type Route, staffRoute } from '../../platform/http/route.ts'
import { helpInput } from './contract.ts'
import { helpAtRisk } from './helpAtRisk.ts'
import { readAtRisk } from './readAtRisk.ts'

export const alarmRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/at-risk',
    roles: ['lead', 'admin'],
    input: z.object({}),
    run: (ctx) => readAtRisk(ctx),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/at-risk/help',
    roles: ['lead'],
    input: helpInput,
    run: (ctx, input) => helpAtRisk(ctx, input),
  }),
]
