import type { Context as HonoContext } from 'hono'
import { serviceById } from '../../catalogue/index.ts'
import { diallingOf } from '../../city/index.ts'
import type { Context } from '../../platform/context.ts'
import type { ApiProblem } from '../../platform/http/apiDoc.ts'
import { docOf } from '../../platform/http/apiWords.ts'
import { parse } from '../../platform/http/mount.ts'
import { asApi, postRoute } from '../../platform/http/postRoute.ts'
import { rawRoute, type RequestScope, type Route } from '../../platform/http/route.ts'
import { taggedJson } from '../../platform/http/taggedJson.ts'
import { invalid } from '../../platform/problems.ts'
import { callbackNumber } from '../../shared/callbackNumber.ts'
import { idempotencyKey } from '../../shared/idempotencyKey.ts'
import type { TimeRange } from '../../shared/timeRange.ts'
import { windowsFor } from '../windows/windowsFor.ts'
import { callbackLine } from './callbackLine.ts'
import {
  callbackRequestInput,
  requestedView,
  windowsInput,
  windowsView,
  type WindowsView,
} from './contract.ts'
import { noCallbacks, noService, requestCallback } from './requestCallback.ts'
import { requestWords, windowsWords } from './requestWords.ts'

/** As many as a list shows. */
const WINDOWS = 20

const inIso = ({ start, end }: TimeRange) => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
})

/** Callbacks for programs of others. @param shared refusals of the gate before these routes, for the documentation */
export const callbackRequestRoutes = (shared: {
  read: readonly ApiProblem[]
  take: readonly ApiProblem[]
}): readonly Route[] => [
  rawRoute({
    method: 'get',
    path: '/api/v1/callback-windows',
    roles: 'public',
    problemJson: true,
    traffic: 'read',
    doc: docOf(
      windowsWords(shared.read),
      { query: windowsInput },
      {
        status: 200,
        name: 'CallbackWindows',
        schema: windowsView,
        headers: { ETag: 'Für `If-None-Match`.' },
      },
      { status: 304, description: 'Seit der Antwort mit diesem `ETag` hat sich nichts geändert.' },
    ),
    respond: answerWindows,
  }),
  postRoute({
    path: '/api/v1/callback-requests',
    traffic: 'take',
    words: requestWords(shared.take),
    input: callbackRequestInput,
    answer: { status: 201, name: 'RequestedCallback', schema: requestedView },
    async run(ctx, { service, reason, contact, window, lang }, _scope, c) {
      const key = parse(idempotencyKey, c.req.header('idempotency-key') ?? null)
      const phone = callbackNumber(contact.phone, await diallingOf(ctx.db, ctx.cityId))
      if (!phone.ok) throw invalid({ 'contact.phone': phone.message })
      const given = await requestCallback(ctx, {
        serviceId: service,
        reason,
        phone: phone.value,
        name: contact.name ?? null,
        email: contact.email ?? null,
        lang,
        window: { start: Date.parse(window.start), end: Date.parse(window.end) },
        idempotencyKey: key,
      })
      return { number: given.number, window: inIso(given.window), callsFrom: given.line }
    },
  }),
]

async function answerWindows(c: HonoContext, scope: RequestScope): Promise<Response> {
  const { service } = parse(windowsInput, c.req.query())
  return taggedJson(c, JSON.stringify(await readWindows(asApi(scope), service ?? null)))
}

/** @throws Problem 409 `no-callbacks`, 422 */
async function readWindows(ctx: Context, serviceId: string | null): Promise<WindowsView> {
  const { db, cityId, clock } = ctx
  if (serviceId !== null && !(await serviceById(ctx, cityId, serviceId))) throw noService()
  const line = await callbackLine(db, cityId)
  if (!line) throw noCallbacks()
  const wish = { serviceId, wide: true }
  const found = await windowsFor(db, cityId, line.callbackTeamId, clock.now(), WINDOWS, wish)
  return { windows: found.map(inIso), callsFrom: line.number }
}
