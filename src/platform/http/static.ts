import { existsSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { allowPictures } from './contentPolicy.ts'

/**
 * Built files: `/assets/*` carry a hash in their name and never change; the console is one page for all its paths.
 * @param picturesOf an origin whose pictures the console may show
 */
export function staticFiles(app: Hono, publicDir: string, picturesOf: string | null): void {
  // Tests speak to the application without a build.
  if (!existsSync(publicDir)) return
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: publicDir, precompressed: true }))
  app.get('/console', (c) => c.redirect('/console/'))
  app.get('/console/*', (c, next) => {
    if (picturesOf !== null) allowPictures(c, picturesOf)
    return next()
  })
  app.get('/console/*', serveStatic({ root: publicDir, rewriteRequestPath: () => '/console/index.html' }))
}
