import { z } from 'zod'
import { type Route, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { EXPLAINERS, explainOffer } from './explainOffer.ts'

export const offerRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/teams/:id/offer',
    roles: EXPLAINERS,
    input: z.object({}),
    run(ctx, _input, { params }) {
      const id = z.uuid().safeParse(params['id'])
      if (!id.success) throw notFound('Dieses Team')
      return explainOffer(ctx, id.data)
    },
  }),
]
