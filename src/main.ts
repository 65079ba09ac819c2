import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { addressOf, ConfigError } from './config.ts'
import type { ReadyCheck } from './platform/http/ready.ts'
import { startPlatform, type RunningPlatform } from './platform/start.ts'
import { root } from './root.ts'
import { createRooms } from './rooms.ts'
import { introduce, seedDemo } from './seed/index.ts'
import { attachPhoneProxy } from './telephony/index.ts'

/** A running Freizeichen; `stop` ends it in reverse order and may be called once. */
export interface Running {
  url: string
  /** What the console tells people: address, demo accounts, what is not connected. */
  message: string
  stop(): Promise<void>
}

/** Config, platform, rooms, listen. What people should know is printed by `cli.ts`. */
export async function start(config: Config): Promise<Running> {
  const platform = await startPlatform(config, join(root, 'db/migrations'))
  const rooms = createRooms(platform, config)
  try {
    if (config.demo)
      await seedDemo(platform, { dataDir: config.dataDir, url: addressOf(config, config.port) })
    await platform.jobs.start(rooms.jobKinds)
    await rooms.start()
    const app = createApp({
      platform,
      routes: rooms.routes,
      trustProxy: config.trustProxy,
      mapOrigin: config.map && new URL(config.map.tilesUrl).origin,
      publicDir: join(root, 'dist/public'),
      readiness: [databaseCheck(platform), ...rooms.readiness],
      inCharge: () => rooms.inCharge(),
      gate: rooms.gate,
    })
    const server = await listen(app.fetch, config)
    rooms.listensAt(`http://127.0.0.1:${server.port}`)
    const closePhones = attachPhoneProxy(server.http, platform, config.ari)
    const url = addressOf(config, server.port)
    return {
      url,
      message: await introduce(platform, config, url, await rooms.announcementsNote()),
      async stop() {
        closePhones()
        await server.close()
        await rooms.stop()
        await platform.stop()
      },
    }
  } catch (error) {
    await rooms.stop()
    await platform.stop()
    throw error
  }
}

const databaseCheck = (platform: RunningPlatform): ReadyCheck => ({
  name: 'database',
  required: true,
  missing: async () =>
    (await platform.pool.query('select 1')).rowCount === 1 ? null : 'Die Datenbank antwortet nicht.',
})

function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config) {
  return new Promise<{ http: ServerType; port: number; close(): Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, (info) =>
      resolve({
        http: server,
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
      const sentence = cannotListen(error.code, config)
      reject(sentence === null ? error : new ConfigError(sentence, { cause: error }))
    })
  })
}

function cannotListen(code: string | undefined, { host, port }: Config): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Der Port ${port} ist schon belegt. Bitte PORT auf einen freien setzen.`
    case 'EACCES':
      return `Den Port ${port} darf dieses Programm nicht öffnen. Bitte PORT auf einen ab 1024 setzen.`
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return `HOST: ${host} ist keine Adresse dieses Rechners.`
    default:
      return null
  }
}
