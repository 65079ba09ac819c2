import { existsSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'

/** Built files: `/assets/*` carry a hash in their name and never change; the console is one page for all its paths. */
export function staticFiles(app: Hono, publicDir: string): void {
  // Tests speak to the application without a build.
  if (!existsSync(publicDir)) return
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: publicDir }))
  app.get('/console', (c) => c.redirect('/console/'))
  app.get('/console/*', serveStatic({ root: publicDir, rewriteRequestPath: () => '/console/index.html' }))
}
