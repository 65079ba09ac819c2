import { streamSSE } from 'hono/streaming'
import { networksOf } from '../../platform/http/network.ts'
import { Places, type PlaceRule } from '../../platform/http/places.ts'
import { rawRoute, type Route } from '../../platform/http/route.ts'
import { Problem } from '../../platform/problems.ts'
import { followChanges } from './changes.ts'
import { releasesTold } from './releasesTold.ts'
import { streamWords } from './streamWords.ts'
import { docOf } from '../../platform/http/apiWords.ts'

/** A carrier puts some dozens of its customers behind one address; a connection costs about 20 kB here. */
const PLACES: PlaceRule = { total: 2_000, perNetwork: 100 }
const BACK_SECONDS = 30

/** `GET /api/v1/stream`: which days changed, for as long as somebody listens. */
export function streamRoute(rule: PlaceRule = PLACES): Route {
  const places = new Places(rule)
  return rawRoute({
    method: 'get',
    path: '/api/v1/stream',
    roles: 'public',
    problemJson: true,
    traffic: 'read',
    doc: docOf(streamWords, {}, { status: 200, contentType: 'text/event-stream' }),
    async respond(c, { platform, cityId, request }) {
      const told = await releasesTold(platform, cityId)
      const leave = places.enter(networksOf(request.address))
      if (typeof leave === 'string') throw full(leave)
      // A proxy that collects the answer would hold back every message.
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        const connection = { write: (text: string) => stream.write(text), drop: () => stream.abort() }
        const lastId = c.req.header('last-event-id') ?? null
        const unfollow = followChanges(platform, cityId, connection, { lastId, told })
        await new Promise<void>((resolve) => {
          if (stream.aborted || stream.closed) resolve()
          else stream.onAbort(resolve)
        })
        unfollow()
        leave()
      })
    },
  })
}

const full = (what: 'all' | 'network'): Problem =>
  what === 'all'
    ? new Problem(503, 'busy', 'Gerade hören zu viele zu. Bitte später noch einmal verbinden.', {}, BACK)
    : new Problem(429, 'too-many', 'Von diesem Netz hören schon zu viele zu.', {}, BACK)
const BACK = { retryAfterSeconds: BACK_SECONDS }
