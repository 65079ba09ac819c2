import './noCodeFromText.ts'
import { z } from 'zod'
import { ApiError, noConnection, unreadable } from './apiError.ts'
import { noteServerTime } from './serverClock.ts'

/** How long an answer may take before the connection counts as lost. */
const TIMEOUT_MS = 15_000

type Query = Readonly<Record<string, string | number | boolean | undefined>>

interface CallOptions {
  signal?: AbortSignal
  query?: Query
}

const problem = z.object({
  error: z.looseObject({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).default({}),
  }),
})

/** The answer of a route that has nothing to say (204), or whose answer nobody needs. */
export const nothing = z.unknown().transform(() => undefined)

/**
 * Calls of our own API. Each answer is parsed with the schema of the room's contract.
 * @throws ApiError with a German sentence and, for forms, sentences by field
 */
export const api = {
  get: <T>(path: string, answer: z.ZodType<T>, options: CallOptions = {}) =>
    call('GET', path, answer, undefined, options),
  post: <T>(path: string, answer: z.ZodType<T>, body: unknown = {}, options: CallOptions = {}) =>
    call('POST', path, answer, body, options),
  put: <T>(path: string, answer: z.ZodType<T>, body: unknown, options: CallOptions = {}) =>
    call('PUT', path, answer, body, options),
  delete: <T>(path: string, answer: z.ZodType<T>, options: CallOptions = {}) =>
    call('DELETE', path, answer, undefined, options),
}

async function call<T>(
  method: string,
  path: string,
  answer: z.ZodType<T>,
  body: unknown,
  { signal, query }: CallOptions,
): Promise<T> {
  const response = await send(method, path + queryText(query), body, signal)
  noteServerTime(response, Date.now())
  const text = await response.text().catch((cause: unknown) => {
    throw noConnection(cause)
  })
  return answerIn({ status: response.status, text }, answer)
}

/** What an answer of our API says. @throws ApiError */
export function answerIn<T>({ status, text }: { status: number; text: string }, answer: z.ZodType<T>): T {
  const value = text === '' ? undefined : json(text, status)
  if (status < 200 || status > 299) throw problemOf(status, value)
  const parsed = answer.safeParse(value)
  if (!parsed.success) throw unreadable(status, parsed.error)
  return parsed.data
}

async function send(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await fetch(path, {
      method,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...contentOf(body),
    })
  } catch (cause) {
    // An abandoned request is no failure; Query knows what to do with it.
    if (signal?.aborted) throw cause
    throw noConnection(cause)
  }
}

/** A file goes as it is, everything else as JSON. */
function contentOf(body: unknown): RequestInit {
  if (body === undefined) return {}
  if (body instanceof Blob) return { body }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

function json(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable(status, cause)
  }
}

function problemOf(status: number, value: unknown): ApiError {
  const parsed = problem.safeParse(value)
  if (!parsed.success) return unreadable(status, parsed.error)
  const { code, message, fields, ...details } = parsed.data.error
  return new ApiError(status, code, message, fields, { details })
}

function queryText(query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
