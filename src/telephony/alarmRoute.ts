import { z } from 'zod'
import { EVERY_ROLE, staffRoute, type Route } from '../platform/http/route.ts'
import type { TelephoneAlarm } from './contract.ts'
import type { Switchboard } from './switchboard.ts'

/** `GET /api/v1/telephone`: what everybody on duty must know at once of the telephone. */
export const alarmRoute = (switchboard: Pick<Switchboard, 'alarm'>): Route =>
  staffRoute({
    method: 'get',
    path: '/api/v1/telephone',
    roles: EVERY_ROLE,
    input: z.object({}),
    run: async ({ cityId }): Promise<TelephoneAlarm> => ({ alarm: switchboard.alarm(cityId) }),
  })
