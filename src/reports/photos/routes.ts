import type { Context as HonoContext } from 'hono'
import { z } from 'zod'
import { CITY_STAFF, rawRoute, type Route, type RouteRequest, staffRoute } from '../../platform/http/route.ts'
import { notFound, notSignedIn } from '../../platform/problems.ts'
import { blackenPhoto } from './blackenPhoto.ts'
import { blackenInput, photoDeleteInput, photoReleaseInput, photoSize } from './contract.ts'
import { deletePhoto } from './deletePhoto.ts'
import type { WhichPhoto } from './model.ts'
import { readPhoto } from './readPhoto.ts'
import { releasePhoto } from './releasePhoto.ts'
import { publicPicture } from './store.ts'

const one = '/api/v1/reports/:id/photos/:photoId'

function whichOf({ params }: RouteRequest): WhichPhoto {
  const found = z.object({ id: z.uuid(), photoId: z.uuid() }).safeParse(params)
  if (!found.success) throw notFound('Dieses Foto')
  return { caseId: found.data.id, id: found.data.photoId }
}

/** Photos for staff, and for everybody those that were released. */
export const photoRoutes: readonly Route[] = [
  rawRoute({
    method: 'get',
    path: `${one}/:size`,
    roles: CITY_STAFF,
    async respond(c, { staff, request }) {
      if (!staff) throw notSignedIn()
      const size = photoSize.safeParse(request.params['size'])
      if (!size.success) throw notFound('Dieses Foto')
      const which = whichOf(request)
      return picture(c, await readPhoto(staff, which, size.data), which.id)
    },
  }),
  staffRoute({
    method: 'post',
    path: `${one}/release`,
    roles: CITY_STAFF,
    input: photoReleaseInput,
    run: (ctx, { released }, request) => releasePhoto(ctx, whichOf(request), released),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/blacken`,
    roles: CITY_STAFF,
    input: blackenInput,
    run: (ctx, { boxes }, request) => blackenPhoto(ctx, whichOf(request), boxes),
  }),
  staffRoute({
    method: 'post',
    path: `${one}/delete`,
    roles: CITY_STAFF,
    input: photoDeleteInput,
    run: (ctx, { reason }, request) => deletePhoto(ctx, whichOf(request), reason),
  }),
  rawRoute({
    method: 'get',
    path: '/fotos/:file',
    roles: 'public',
    traffic: 'read',
    async respond(c, { platform, cityId, request }) {
      const [, id, small] = /^([0-9a-f-]{36})(-klein)?\.jpg$/.exec(request.params['file'] ?? '') ?? []
      const size = small ? 'small' : 'large'
      const bytes = z.uuid().safeParse(id).success && (await publicPicture(platform.db, cityId, id!, size))
      if (!bytes) throw notFound('Dieses Foto')
      // Pages of others may show what everybody may see.
      return picture(c, bytes, id!, { 'cross-origin-resource-policy': 'cross-origin' })
    },
  }),
]

/** What nobody shows any more stays in no cache; opened alone it can do nothing. */
const picture = (
  c: HonoContext,
  bytes: Buffer,
  id: string,
  more: Readonly<Record<string, string>> = {},
): Response =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="foto-${id}.jpg"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    ...more,
  })
