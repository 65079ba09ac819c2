import { z } from 'zod'
import { parse } from '../../platform/http/mount.ts'
import { CITY_STAFF, rawRoute, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound, notSignedIn } from '../../platform/problems.ts'
import { attachmentQuery, MOST_BYTES } from './contract.ts'
import { savedAs } from './disposition.ts'
import { readAttachment } from './readAttachment.ts'
import { removeAttachment } from './removeAttachment.ts'
import { uploadAttachment } from './uploadAttachment.ts'

const all = '/api/v1/cases/:id/attachments'
const one = `${all}/:attachmentId`

const uuidOf = ({ params }: RouteRequest, name: string, what: string): string => {
  const id = z.uuid().safeParse(params[name])
  if (!id.success) throw notFound(what)
  return id.data
}
const caseIdOf = (request: RouteRequest) => uuidOf(request, 'id', 'Dieses Anliegen')
const whichOf = (request: RouteRequest) => ({
  caseId: caseIdOf(request),
  id: uuidOf(request, 'attachmentId', 'Diese Anlage'),
})

export const attachmentRoutes: readonly Route[] = [
  rawRoute({
    method: 'post',
    path: all,
    roles: CITY_STAFF,
    maxBytes: MOST_BYTES,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      const { name } = parse(attachmentQuery, c.req.query())
      const bytes = Buffer.from(await c.req.arrayBuffer())
      return c.json(await uploadAttachment(staff, caseIdOf(request), { name, bytes }))
    },
  }),
  rawRoute({
    method: 'get',
    path: one,
    roles: CITY_STAFF,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      const { name, mediaType, bytes } = await readAttachment(staff, whichOf(request))
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': mediaType,
        'content-disposition': savedAs(name),
        // Whatever a citizen's file holds, it runs nowhere in our name and stays in no cache.
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    },
  }),
  staffRoute({
    method: 'delete',
    path: one,
    roles: CITY_STAFF,
    input: z.object({}),
    run: (ctx, _input, request) => removeAttachment(ctx, whichOf(request)),
  }),
]
