import { createApp } from '../app.ts'
import type { Platform } from '../platform/context.ts'
import type { Route } from '../platform/http/route.ts'

/** Answers of these routes as a browser with this cookie gets them; a body goes as JSON. */
export function client(platform: Platform, routes: readonly Route[]) {
  const app = createApp({ platform, routes, readiness: [], publicDir: '', trustProxy: true })
  return (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    Promise.resolve(
      app.request(path, {
        method,
        headers: {
          ...(options.cookie ? { cookie: options.cookie } : {}),
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      }),
    )
}
