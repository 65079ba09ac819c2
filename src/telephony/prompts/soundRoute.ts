import { rawRoute } from '../../platform/http/route.ts'
import { notFound } from '../../platform/problems.ts'
import { soundOfKey } from './promptStore.ts'
import { PROMPT_PATH } from './registry.ts'

/**
 * A city's own announcement, for the telephone system: it has no account, so the address itself is the secret. Each
 * upload has another one. Without `max-age` Asterisk would fetch anew for every word and then find nothing (22.10.1).
 */
export const soundRoute = rawRoute({
  method: 'get',
  path: `${PROMPT_PATH}/:key`,
  roles: 'public',
  async respond(c, { platform, request }) {
    const key = request.params['key']?.replace(/\.wav$/, '') ?? ''
    const sound = await soundOfKey(platform.db, key)
    if (!sound) throw notFound('Diese Ansage')
    const headers = { 'content-type': 'audio/wav', 'cache-control': 'max-age=31536000, immutable' }
    return c.body(new Uint8Array(sound), 200, headers)
  },
})
