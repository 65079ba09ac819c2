import { CITY_STAFF, type Route, staffRoute } from '../../platform/http/route.ts'
import { explainInput } from './contract.ts'
import { explainTime } from './explainTime.ts'

export const explainRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/offices/:office/explain',
    roles: CITY_STAFF,
    input: explainInput,
    run: (ctx, input, { params }) => explainTime(ctx, params['office'] ?? '', input),
  }),
]
