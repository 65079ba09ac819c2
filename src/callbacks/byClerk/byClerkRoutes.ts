import { z } from 'zod'
import { type Route, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { CALLERS } from '../worklist/hands.ts'
import { correctNumberInput, newCallbackInput, newCallbackQuery } from './contract.ts'
import { correctNumber } from './correctNumber.ts'
import { promiseByClerk } from './promiseByClerk.ts'
import { readNewCallback } from './readNewCallback.ts'

/** Before those of one callback: `new` is no id. */
export const byClerkRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/api/v1/callbacks/new',
    roles: CALLERS,
    input: newCallbackQuery,
    run: readNewCallback,
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/callbacks',
    roles: CALLERS,
    input: newCallbackInput,
    run: promiseByClerk,
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/callbacks/:id/number',
    roles: CALLERS,
    input: correctNumberInput,
    run(ctx, input, { params }) {
      const id = z.uuid().safeParse(params['id'])
      if (!id.success) throw notFound('Diesen Rückruf')
      return correctNumber(ctx, id.data, input)
    },
  }),
]
