import { serve } from '@hono/node-server'
import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/kit/database.ts'
import { createApp } from '../app.ts'
import { givenCity } from '../city/city.testkit.ts'
import { trialRoutes } from './routes.ts'

const database = useDatabase()

test('given a request from this machine, it answers counts by city, and 403 when a proxy passed it on', async () => {
  const { platform } = database
  const { cityId } = await givenCity(platform)
  const nobody = { snapshot: () => ({ connected: false, well: false, note: '', waiting: [], stations: [] }) }
  const routes = trialRoutes(platform, nobody)
  const app = createApp({ platform, routes, readiness: [], publicDir: '', trustProxy: false })
  const server = await new Promise<{ port: number; close(): void }>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => started.close() }),
    )
  })
  try {
    const url = `http://127.0.0.1:${server.port}/metrics`
    const text = await (await fetch(url)).text()
    expect(text).toContain(`freizeichen_today{city="${cityId}",figure="calls_offered"} 0`)
    expect((await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(403)
  } finally {
    server.close()
  }
})
