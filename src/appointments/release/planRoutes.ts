import { z } from 'zod'
import type { StaffContext } from '../../platform/context.ts'
import { type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { approvePlan } from './approvePlan.ts'
import { dryRunInput, planInput, versionInput } from './contract.ts'
import { dryRun } from './dryRun.ts'
import { askEnd, endPlan, refuseEnd } from './endPlan.ts'
import { PLANNERS } from './planVerb.ts'
import { readPlans } from './readPlans.ts'
import { savePlan } from './savePlan.ts'
import { returnPlan, submitPlan, withdrawPlan } from './submitPlan.ts'

const PLANS = '/api/v1/release-plans'

const idIn = ({ params }: RouteRequest): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diese Freischaltung')
  return id.data
}

const step = (name: string, run: (ctx: StaffContext, id: string, version: number) => Promise<void>): Route =>
  staffRoute({
    method: 'post',
    path: `${PLANS}/:id/${name}`,
    roles: PLANNERS,
    input: versionInput,
    run: (ctx, { version }, request) => run(ctx, idIn(request), version),
  })

/** Release plans: written, submitted, approved and ended by two persons. */
export const planRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: PLANS,
    roles: PLANNERS,
    input: z.object({}),
    run: (ctx) => readPlans(ctx),
  }),
  staffRoute({
    method: 'post',
    path: PLANS,
    roles: PLANNERS,
    input: planInput,
    run: (ctx, input) => savePlan(ctx, null, input),
  }),
  staffRoute({
    method: 'put',
    path: `${PLANS}/:id`,
    roles: PLANNERS,
    input: planInput,
    run: (ctx, input, request) => savePlan(ctx, idIn(request), input),
  }),
  staffRoute({
    method: 'post',
    path: `${PLANS}/dry-run`,
    roles: PLANNERS,
    input: dryRunInput,
    run: (ctx, input) => dryRun(ctx, input),
  }),
  step('submit', submitPlan),
  step('return', returnPlan),
  step('withdraw', withdrawPlan),
  step('approve', approvePlan),
  step('ask-end', askEnd),
  step('refuse-end', refuseEnd),
  step('end', endPlan),
]
