import type { Context as HonoContext, ErrorHandler, MiddlewareHandler } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Log } from '../log.ts'
import { Problem } from '../problems.ts'

/** Draws an error for people; the JSON form is for everything below /api. */
export type ErrorPage = (
  problem: Pick<Problem, 'message' | 'retryAfterSeconds' | 'extensions'> & { status: number },
  c: HonoContext,
) => string | Promise<string> | Promise<HtmlEscapedString>

const problemJson = new WeakSet<HonoContext>()

/** For routes that programs of others use: their errors are answered as RFC 9457 says. */
export const answerProblemJson: MiddlewareHandler = (c, next) => {
  problemJson.add(c)
  return next()
}

/** The one place where an error becomes an answer. Text of an unknown error never leaves the server. */
export function handleErrors(log: Log, page: ErrorPage): ErrorHandler {
  return async (error, c) => {
    const problem = error instanceof Problem ? error : unexpected(error, log, c.req.routePath)
    const { status, code, message, fields, extensions, retryAfterSeconds } = problem
    if (retryAfterSeconds !== null) c.header('Retry-After', String(retryAfterSeconds))
    if (problemJson.has(c)) {
      const body = { type: 'about:blank', title: message, status, code, fields, ...extensions }
      return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
    }
    if (c.req.path.startsWith('/api/'))
      return c.json({ error: { code, message, fields, ...extensions } }, status)
    return c.html(await page({ status, message, retryAfterSeconds, extensions }, c), status)
  }
}

function unexpected(
  error: Error,
  log: Log,
  path: string,
): Problem | (Omit<Problem, 'status'> & { status: 500 | 503 }) {
  log.error({ err: error, path }, 'request failed')
  const code = 'code' in error ? String(error.code) : ''
  if (isDatabaseAway(code, error.message)) {
    return new Problem(
      503,
      'database-away',
      'Die Datenbank antwortet gerade nicht. Bitte versuchen Sie es gleich noch einmal.',
    )
  }
  if (code === '53100' || code === 'ENOSPC') {
    return new Problem(
      503,
      'disk-full',
      'Auf dem Server ist kein Speicherplatz mehr frei. Nichts wurde gespeichert.',
    )
  }
  return {
    name: 'Problem',
    status: 500,
    code: 'fault',
    fields: {},
    extensions: {},
    retryAfterSeconds: null,
    message: 'Da ist etwas schiefgegangen. Der Fehler ist aufgezeichnet.',
  }
}

const isDatabaseAway = (code: string, message: string): boolean =>
  code.startsWith('57P') ||
  code.startsWith('08') ||
  ['ECONNREFUSED', 'ENOENT', 'ECONNRESET'].includes(code) ||
  /Connection terminated|timeout exceeded when trying to connect/.test(message)
