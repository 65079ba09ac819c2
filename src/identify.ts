import { getCookie } from 'hono/cookie'
import { cityByHost } from './city/index.ts'
import { findSession, SESSION_COOKIE } from './people/index.ts'
import type { Platform } from './platform/context.ts'
import type { Identification } from './platform/http/mount.ts'
import { Problem } from './platform/problems.ts'

/** So long a changed host name may still lead where it led before; no request asks the database for it meanwhile. */
const KNOWN_MS = 1000
/** Whoever asks writes the host name. */
const MOST_HOSTS = 200

/** Whose request this is: the city by host name, the account by session cookie. */
export function identification(platform: Platform): Identification {
  const known = new Map<string, { cityId: string; until: number }>()
  return {
    async cityOf(c) {
      const host = new URL(c.req.url).hostname
      const kept = known.get(host)
      if (kept && performance.now() < kept.until) return kept.cityId
      const city = await cityByHost(platform.db, host)
      if (!city) throw new Problem(503, 'no-city', 'Hier ist noch keine Stadt eingerichtet.')
      if (known.size >= MOST_HOSTS) known.clear()
      known.set(host, { cityId: city.id, until: performance.now() + KNOWN_MS })
      return city.id
    },
    async staffOf(c) {
      const token = getCookie(c, SESSION_COOKIE)
      const found = token ? await findSession(platform, token) : null
      return found && { ...platform, cityId: found.cityId, actor: found.actor }
    },
  }
}
