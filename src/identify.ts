import { getCookie } from 'hono/cookie'
import { cityByHost } from './city/index.ts'
import { findSession, SESSION_COOKIE } from './people/index.ts'
import type { Platform } from './platform/context.ts'
import type { Identification } from './platform/http/mount.ts'
import { Problem } from './platform/problems.ts'

/** Whose request this is: the city by host name, the account by session cookie. */
export function identification(platform: Platform): Identification {
  return {
    async cityOf(c) {
      const host = new URL(c.req.url).hostname
      const city = await cityByHost(platform.db, host)
      if (!city) throw new Problem(503, 'no-city', 'Hier ist noch keine Stadt eingerichtet.')
      return city.id
    },
    async staffOf(c) {
      const token = getCookie(c, SESSION_COOKIE)
      const found = token ? await findSession(platform, token) : null
      return found && { ...platform, cityId: found.cityId, actor: found.actor }
    },
  }
}
