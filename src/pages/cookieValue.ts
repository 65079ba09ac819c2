import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { z } from 'zod'

/** Browsers keep no longer ones. */
const LONGEST_COOKIE = 3_800
/** What a small cookie may become; nobody types more. */
const LONGEST_VALUE = 20_000
const KEPT_SECONDS = 30 * 60

/** What a cookie of ours holds; null for none, and for one that somebody changed into something else. */
export function readCookie<T>(c: HonoContext, name: string, shape: z.ZodType<T>): T | null {
  const text = getCookie(c, name)
  if (!text) return null
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: LONGEST_VALUE })
    const found = shape.safeParse(JSON.parse(json.toString()))
    return found.success ? found.data : null
  } catch (error) {
    if (error instanceof SyntaxError || isUnreadable(error)) return null
    throw error
  }
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_|^ERR_BUFFER_TOO_LARGE$/.test(String(error.code))

/**
 * Keeps a value in the browser for half an hour, for the pages below `path` and no script. Text is made shorter: 4000 letters of
 * German fit, as many random ones do not.
 * @returns whether it was short enough
 */
export function keepCookie(
  c: HonoContext,
  { name, path, tls }: { name: string; path: string; tls: boolean },
  value: object,
): boolean {
  const json = JSON.stringify(value)
  const text = deflateRawSync(json).toString('base64url')
  if (text.length > LONGEST_COOKIE || Buffer.byteLength(json) > LONGEST_VALUE) return false
  const secure = tls || c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
  setCookie(c, name, text, { path, httpOnly: true, sameSite: 'Strict', secure, maxAge: KEPT_SECONDS })
  return true
}
