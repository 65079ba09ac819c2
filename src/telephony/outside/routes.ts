import { z } from 'zod'
import type { StaffContext } from '../../platform/context.ts'
import { type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { outsideNumberInput, type OutsideNumbersView } from './contract.ts'
import { deleteOutsideNumber } from './deleteOutsideNumber.ts'
import { listOutsideNumbers } from './listOutsideNumbers.ts'
import { saveOutsideNumber } from './saveOutsideNumber.ts'

const roles = ['admin'] as const
const path = '/api/v1/outside-numbers'
const nothing = z.object({})

const idOf = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Dieses Ziel')
  return id.data
}

/** Every change answers the whole list as it is afterwards. */
const thenAll = async (ctx: StaffContext, change: Promise<void>): Promise<OutsideNumbersView> => {
  await change
  return listOutsideNumbers(ctx)
}

export const outsideRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path, roles, input: nothing, run: (ctx) => listOutsideNumbers(ctx) }),
  staffRoute({
    method: 'post',
    path,
    roles,
    input: outsideNumberInput,
    run: (ctx, input) => thenAll(ctx, saveOutsideNumber(ctx, null, input)),
  }),
  staffRoute({
    method: 'put',
    path: `${path}/:id`,
    roles,
    input: outsideNumberInput,
    run: (ctx, input, request) => thenAll(ctx, saveOutsideNumber(ctx, idOf(request), input)),
  }),
  staffRoute({
    method: 'delete',
    path: `${path}/:id`,
    roles,
    input: nothing,
    run: (ctx, _input, request) => thenAll(ctx, deleteOutsideNumber(ctx, idOf(request))),
  }),
]
