import { z } from 'zod'
import { rawRoute } from '../../platform/http/route.ts'
import { notFound, notSignedIn } from '../../platform/problems.ts'
import { recordAnnouncement } from './announcementSound.ts'

/** `PUT /api/v1/announcements/:id/sound`: the WAV file itself is the body. */
export const announcementRoute = rawRoute({
  method: 'put',
  path: '/api/v1/announcements/:id/sound',
  roles: ['lead', 'admin'],
  async respond(c, { staff, request }) {
    if (!staff) throw notSignedIn()
    const id = z.uuid().safeParse(request.params['id'])
    if (!id.success) throw notFound('Diese Sonderansage')
    await recordAnnouncement(staff, id.data, Buffer.from(await c.req.arrayBuffer()))
    return c.body(null, 204)
  },
})
