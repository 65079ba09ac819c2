import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { rawRoute, type Route, staffRoute } from '../platform/http/route.ts'
import { invalid, notFound, notSignedIn } from '../platform/problems.ts'
import { type CallsMapping, callsMapping, tallyInput } from './baseline/contract.ts'
import { importPast } from './baseline/importPast.ts'
import { previewPast } from './baseline/previewPast.ts'
import { importTally } from './baseline/tally/importTally.ts'
import { undoPast } from './baseline/undoPast.ts'
import { endingInput } from './ending/contract.ts'
import { planEnding, readEnding, withdrawEnding } from './ending/planEnding.ts'
import { addRemark } from './plan/addRemark.ts'
import { changeInput, decisionInput, interimInput, remarkInput, trialPlan } from './plan/contract.ts'
import { publishTrial } from './plan/publishTrial.ts'
import { readTrial, readTrials } from './plan/readTrials.ts'
import { showInterim } from './plan/showInterim.ts'
import { changeTrial, decideTrial, discardTrial, saveTrial, startTrial } from './plan/saveTrial.ts'
import { testCallInput } from './testCalls/contract.ts'
import { enterTestCall, undoTestCall } from './testCalls/enterTestCall.ts'
import { closeTrial } from './verdict/closeTrial.ts'

const roles = ['lead', 'admin'] as const
const nothing = z.object({})

function idOf(params: Readonly<Record<string, string>>): string {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound()
  return id.data
}

const TRIAL = '/api/v1/trials/:id'
/** Two years of a city's telephone are about 100 MB. */
const MOST_BYTES = 256 * 1024 * 1024
const MOST_PREVIEW_BYTES = 256 * 1024

/** `?mapping=`, as JSON; null where the file needs none. @throws Problem 422 for what is no mapping */
function mappingIn(c: HonoContext): CallsMapping | null {
  const text = c.req.query('mapping')
  if (!text) return null
  const mapping = callsMapping.safeParse(jsonIn(text))
  if (!mapping.success) throw invalid({ mapping: 'Bitte die Spalten noch einmal wählen.' })
  return mapping.data
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Trials: planning, running, counting, deciding; and the time before. */
export const trialPlanRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/api/v1/trials', roles, input: nothing, run: (ctx) => readTrials(ctx) }),
  staffRoute({
    method: 'post',
    path: '/api/v1/trials',
    roles,
    input: trialPlan,
    run: async (ctx, plan) => ({ id: await saveTrial(ctx, null, plan) }),
  }),
  staffRoute({
    method: 'get',
    path: TRIAL,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => readTrial(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'put',
    path: TRIAL,
    roles,
    input: trialPlan,
    run: async (ctx, plan, { params }) => ({ id: await saveTrial(ctx, idOf(params), plan) }),
  }),
  staffRoute({
    method: 'delete',
    path: TRIAL,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => discardTrial(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/start`,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => startTrial(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/change`,
    roles,
    input: changeInput,
    run: (ctx, change, { params }) => changeTrial(ctx, idOf(params), change),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/close`,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => closeTrial(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/interim`,
    roles,
    input: interimInput,
    run: (ctx, { shown }, { params }) => showInterim(ctx, idOf(params), shown),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/publish`,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => publishTrial(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/remarks`,
    roles,
    input: remarkInput,
    run: (ctx, remark, { params }) => addRemark(ctx, idOf(params), remark),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/decide`,
    roles,
    input: decisionInput,
    run: (ctx, decision, { params }) => decideTrial(ctx, idOf(params), decision),
  }),
  staffRoute({
    method: 'get',
    path: `${TRIAL}/ending`,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => readEnding(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'post',
    path: `${TRIAL}/ending`,
    roles,
    input: endingInput,
    run: (ctx, ending, { params }) => planEnding(ctx, idOf(params), ending),
  }),
  staffRoute({
    method: 'delete',
    path: `${TRIAL}/ending`,
    roles,
    input: nothing,
    run: (ctx, _, { params }) => withdrawEnding(ctx, idOf(params)),
  }),
  rawRoute({
    method: 'post',
    path: '/api/v1/past-previews',
    roles,
    maxBytes: MOST_PREVIEW_BYTES,
    async respond(c, { staff }) {
      if (!staff) throw notSignedIn()
      const bytes = Buffer.from(await c.req.arrayBuffer())
      return c.json(await previewPast(staff, { bytes, mapping: mappingIn(c) }), 200)
    },
  }),
  rawRoute({
    method: 'post',
    path: '/api/v1/past-imports',
    roles,
    maxBytes: MOST_BYTES,
    async respond(c, { staff }) {
      if (!staff) throw notSignedIn()
      const bytes = Buffer.from(await c.req.arrayBuffer())
      const file = { name: c.req.query('name') ?? '', bytes, mapping: mappingIn(c) }
      return c.json(await importPast(staff, file), 201)
    },
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/past-tallies',
    roles,
    input: tallyInput,
    run: async (ctx, sheet) => ({ id: await importTally(ctx, sheet) }),
  }),
  staffRoute({
    method: 'post',
    path: '/api/v1/test-calls',
    roles,
    input: testCallInput,
    run: async (ctx, call) => ({ id: await enterTestCall(ctx, call) }),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/test-calls/:id',
    roles,
    input: nothing,
    run: (ctx, _, { params }) => undoTestCall(ctx, idOf(params)),
  }),
  staffRoute({
    method: 'delete',
    path: '/api/v1/past-imports/:id',
    roles,
    input: nothing,
    run: (ctx, _, { params }) => undoPast(ctx, idOf(params)),
  }),
]
