import { randomBytes } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import { signed, unsigned } from '../../platform/http/signed.ts'

/** A browser that was here before: a random name that means nothing anywhere else. */
export interface Guest {
  id: string
  /** Epoch seconds. */
  since: number
  /** Until then it holds a time and is let in however full it is; epoch seconds, 0: it holds none. */
  passUntil: number
}

const COOKIE = 'termin-gast'
const PURPOSE = 'guest'
/** Like the other cookies of these pages: sent to nothing else. Where one books, asks for a callback, or reports something. */
const PATHS = ['/termin', '/rueckruf', '/melden'] as const
const LASTS_SECONDS = 30 * 60
const RENEWED_AFTER_SECONDS = 10 * 60

const pathOf = (c: HonoContext): string | null =>
  PATHS.find((path) => c.req.path === path || c.req.path.startsWith(`${path}/`)) ?? null

export const isGuestPage = (c: HonoContext): boolean => pathOf(c) !== null

export const newGuest = (nowSeconds: number): Guest => ({
  id: randomBytes(12).toString('base64url'),
  since: nowSeconds,
  passUntil: 0,
})

/** Whoever stays goes on with the same name. */
export const isOld = ({ since }: Guest, nowSeconds: number): boolean =>
  nowSeconds - since > RENEWED_AFTER_SECONDS

/** Null for no cookie, an old one, and one that we did not make. */
export function readGuest(c: HonoContext, key: Buffer, nowSeconds: number): Guest | null {
  const text = unsigned(key, PURPOSE, getCookie(c, COOKIE) ?? '')
  const [, id, since, passUntil] = /^([\w-]{16})~(\d{1,12})~(\d{1,12})$/.exec(text ?? '') ?? []
  if (!id || nowSeconds - Number(since) > LASTS_SECONDS) return null
  return { id, since: Number(since), passUntil: Number(passUntil) }
}

export function keepGuest(c: HonoContext, response: Response, key: Buffer, guest: Guest): void {
  keepCookie(c, response, COOKIE, signed(key, PURPOSE, `${guest.id}~${guest.since}~${guest.passUntil}`))
}

/** Adds a cookie to an answer that is made already. */
export function keepCookie(c: HonoContext, response: Response, name: string, value: string): void {
  const secure = c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
  const cookie = generateCookie(name, value, {
    path: pathOf(c) ?? '/',
    httpOnly: true,
    // A link from elsewhere leads here too; such a cookie gives no rights over anything.
    sameSite: 'Lax',
    secure,
    maxAge: LASTS_SECONDS,
  })
  response.headers.append('set-cookie', cookie)
}
