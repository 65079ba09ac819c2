import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'
import { startPlatform } from './platform/start.ts'
import { root } from './root.ts'
import { jobKinds } from './rooms.ts'

/** A running Freizeichen; `stop` ends it in reverse order and may be called once. */
export interface Running {
  url: string
  stop(): Promise<void>
}

/** Config, platform, rooms, listen. What people should know is printed by `cli.ts`. */
export async function start(config: Config): Promise<Running> {
  const platform = await startPlatform(config, join(root, 'db/migrations'))
  try {
    await platform.jobs.start(jobKinds(platform))
    const app = createApp({
      platform,
      trustProxy: config.trustProxy,
      publicDir: join(root, 'dist/public'),
      readiness: [
        {
          name: 'database',
          required: true,
          missing: async () => ((await platform.pool.query('select 1')).rowCount === 1 ? null : 'antwortet nicht'),
        },
      ],
    })
    const server = await listen(app.fetch, config)
    return {
      url: config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${server.port}`,
      async stop() {
        await server.close()
        await platform.stop()
      },
    }
  } catch (error) {
    await platform.stop()
    throw error
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config) {
  return new Promise<{ port: number; close(): Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, (info) =>
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            // Event streams never end by themselves.
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new ConfigError(`Der Port ${config.port} ist schon belegt. Bitte PORT auf einen freien setzen.`) : error)
    })
  })
}
