import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { rawRoute, type Route, staffRoute, type RequestScope } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { changeCtiSource } from './changeCtiSource.ts'
import {
  changeCtiSourceInput,
  createCtiSourceInput,
  type CtiSourceView,
  type CtiTokenView,
} from './contract.ts'
import { createCtiSource } from './createCtiSource.ts'
import { listCtiSources } from './listCtiSources.ts'
import { ctiPath } from './presentSource.ts'
import { CtiRefusal } from './refusal.ts'
import { renewCtiToken } from './renewCtiToken.ts'
import { sipgateResponse } from './sipgate.ts'
import { takeWebhook } from './webhook.ts'

const ADMIN = ['admin'] as const
const nothing = z.object({})

const idOf = (params: Readonly<Record<string, string>>): string => {
  const id = z.uuid().safeParse(params['id'])
  if (!id.success) throw notFound('Diese Telefonanlage')
  return id.data
}

/** Answers a refusal in the protocol's own shape; any other error goes the usual way. */
const hook =
  (answer: (c: HonoContext, scope: RequestScope) => Promise<Response>) =>
  async (c: HonoContext, scope: RequestScope): Promise<Response> => {
    try {
      return await answer(c, scope)
    } catch (error) {
      if (error instanceof CtiRefusal) return c.json({ error: error.message }, error.status)
      throw error
    }
  }

/** @param publicUrl where telephone systems reach us; null where only the request can tell */
export function ctiRoutes({ publicUrl }: { publicUrl: string | null }): readonly Route[] {
  const shown = ({ source, token }: { source: CtiSourceView; token: string }): CtiTokenView => ({
    source,
    token,
    url: `${publicUrl ?? ''}${ctiPath(source.kind, token)}`,
  })
  return [
    rawRoute({
      method: 'post',
      path: '/api/cti/:token',
      roles: 'public',
      respond: hook(async (c, { platform }) => {
        await takeWebhook(c, platform, 'generic')
        return c.json({})
      }),
    }),
    rawRoute({
      method: 'post',
      path: '/api/cti/sipgate/:token',
      roles: 'public',
      respond: hook(async (c, { platform }) => {
        const { event, ours } = await takeWebhook(c, platform, 'sipgate')
        const follow = ours && event.event === 'newCall' ? followUpUrl(c, publicUrl) : null
        return c.body(sipgateResponse(follow), 200, { 'content-type': 'application/xml; charset=utf-8' })
      }),
    }),
    staffRoute({
      method: 'get',
      path: '/api/v1/cti-sources',
      roles: ADMIN,
      input: nothing,
      run: async (ctx) => ({ sources: await listCtiSources(ctx) }),
    }),
    staffRoute({
      method: 'post',
      path: '/api/v1/cti-sources',
      roles: ADMIN,
      input: createCtiSourceInput,
      run: async (ctx, input) => shown(await createCtiSource(ctx, input)),
    }),
    staffRoute({
      method: 'put',
      path: '/api/v1/cti-sources/:id',
      roles: ADMIN,
      input: changeCtiSourceInput,
      run: (ctx, input, { params }) => changeCtiSource(ctx, idOf(params), input),
    }),
    staffRoute({
      method: 'post',
      path: '/api/v1/cti-sources/:id/token',
      roles: ADMIN,
      input: nothing,
      run: async (ctx, _input, { params }) => shown(await renewCtiToken(ctx, idOf(params))),
    }),
  ]
}

/** The address this request came to, as the outside knows it. */
function followUpUrl(c: HonoContext, publicUrl: string | null): string {
  const here = new URL(c.req.url)
  return new URL(here.pathname, publicUrl ?? here.origin).href
}
