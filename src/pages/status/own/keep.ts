import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

// The callback that this browser has opened: a cookie that only the pages below /anliegen get. Why a cookie and no hidden
// field: src/pages/appointments/keep.ts.

const NAME = 'anliegen'
const PATH = '/anliegen'
/** A little less than its key is good for. */
const KEPT_SECONDS = 30 * 60

export interface OpenedKey {
  /** The callback. */
  id: string
  key: string
}

export function readKey(c: HonoContext): OpenedKey | null {
  const [, id, key] = /^([\w-]{36})\.(\w{20,60})$/.exec(getCookie(c, NAME) ?? '') ?? []
  return id && key ? { id, key } : null
}

export function keepKey(c: HonoContext, tls: boolean, { id, key }: OpenedKey): void {
  const secure = tls || c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
  const options = { path: PATH, httpOnly: true, sameSite: 'Strict', secure, maxAge: KEPT_SECONDS } as const
  setCookie(c, NAME, `${id}.${key}`, options)
}

export const dropKey = (c: HonoContext): void => {
  deleteCookie(c, NAME, { path: PATH })
}
