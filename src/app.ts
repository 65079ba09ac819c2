import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { identification } from './identify.ts'
import { createErrorPage } from './pages/index.ts'
import type { Platform } from './platform/context.ts'
import { CONTENT_POLICY, PERMISSIONS } from './platform/http/contentPolicy.ts'
import { handleErrors } from './platform/http/errors.ts'
import type { Gate } from './platform/http/gate.ts'
import { mountRoutes } from './platform/http/mount.ts'
import type { Readiness } from './platform/http/ready.ts'
import { controllerRoute, readyRoute } from './platform/http/ready.ts'
import type { Route } from './platform/http/route.ts'
import { staticFiles } from './platform/http/static.ts'
import { Problem } from './platform/problems.ts'
import { readSiteAssets } from './platform/ui/assets.ts'

export interface AppOptions {
  platform: Platform
  routes: readonly Route[]
  readiness: Readiness
  /** Whether desks belong to this process; without it there is only this one. */
  inCharge?(): boolean
  /** Built files of the console and the style sheet. */
  publicDir: string
  trustProxy: boolean
  /** Where the pictures of a map in the console come from, as an origin. */
  mapOrigin?: string | null
  /** What stands before the public pages when too many come; tests of a page do without. */
  gate?: Gate | undefined
}

/** Middleware order and room mounts on one screen. */
export function createApp({
  platform,
  routes,
  readiness,
  inCharge = () => true,
  publicDir,
  trustProxy,
  mapOrigin = null,
  gate,
}: AppOptions): Hono {
  const app = new Hono()
  app.onError(handleErrors(platform.log, createErrorPage(platform, readSiteAssets(publicDir))))
  app.use(
    secureHeaders({
      // A route that gives out a file has a stricter policy of its own.
      overwrite: false,
      contentSecurityPolicy: CONTENT_POLICY,
      permissionsPolicy: PERMISSIONS,
      referrerPolicy: 'same-origin',
    }),
  )
  app.get('/health/ready', readyRoute(readiness))
  app.get('/health/controller', controllerRoute(inCharge))
  mountRoutes(app, routes, { platform, identify: identification(platform), trustProxy, gate })
  staticFiles(app, publicDir, mapOrigin)
  app.notFound(() => {
    throw new Problem(404, 'not-found', 'Diese Seite gibt es nicht.')
  })
  return app
}
