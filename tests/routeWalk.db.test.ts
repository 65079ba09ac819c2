import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { givenCity } from '../src/city/city.testkit.ts'
import { givenAccount } from '../src/people/people.testkit.ts'
import type { Role } from '../src/platform/context.ts'
import { EVERY_ROLE, type Route } from '../src/platform/http/route.ts'
import { newId } from '../src/platform/ids.ts'
import { createRooms } from '../src/rooms.ts'
import { useDatabase } from './kit/database.ts'

const database = useDatabase()
let app: Hono
let routes: readonly Route[]
const cookies = new Map<Role, string>()

/** All that the provider's agents may reach; a route that joins this list is a decision about citizens' data. */
const AGENT_MAY = [
  /^\/api\/v1\/session$/,
  /^\/api\/v1\/sessions(\/:id)?$/,
  /^\/api\/v1\/second-factor(\/(confirm|remove))?$/,
  /^\/api\/v1\/password$/,
  /^\/api\/v1\/desk(\/.*)?$/,
  /^\/api\/v1\/services\/:id\/guidance$/,
  /^\/api\/v1\/notices\/today$/,
  /^\/api\/v1\/live$/,
  /^\/api\/v1\/telephone$/,
]

beforeAll(async () => {
  const { cityId } = await givenCity(database.platform)
  for (const role of EVERY_ROLE)
    cookies.set(role, (await givenAccount(database.platform, cityId, role)).cookie)
  routes = createRooms(database.platform, { ari: null, publicUrl: null }).routes
  app = createApp({
    platform: database.platform,
    routes,
    readiness: [],
    publicDir: '/nonexistent',
    trustProxy: false,
  })
})

/** Asks with ids that exist nowhere, so that an allowed answer is anything but "no right". */
async function ask(route: Route, role: Role | null): Promise<number> {
  const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, () => newId())
  const response = await app.request(`http://localhost${path}`, {
    method: route.method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      // A browser names the host in both; a request made here has no other way to.
      host: 'localhost',
      origin: 'http://localhost',
      ...(role ? { cookie: cookies.get(role) ?? '' } : {}),
    },
    ...(route.method === 'post' || route.method === 'put' ? { body: '{}' } : {}),
  })
  await response.body?.cancel()
  return response.status
}

const staffRoutes = (): Route[] => routes.filter((route) => route.roles !== 'public')

describe('the walk through every route', () => {
  test('given nobody signed in, every staff route answers 401', async () => {
    for (const route of staffRoutes())
      expect(`${await ask(route, null)} ${route.path}`).toBe(`401 ${route.path}`)
  })

  for (const role of EVERY_ROLE) {
    test(`given ${role}, a route answers 403 exactly where the role is not named`, async () => {
      // The own session comes last: ending it is one of the routes.
      const ordered = staffRoutes().toSorted((a, b) => Number(endsSession(a)) - Number(endsSession(b)))
      for (const route of ordered) {
        const allowed = (route.roles as readonly Role[]).includes(role)
        const status = await ask(route, role)
        expect(`${route.method} ${route.path} ${status === 403 ? 403 : 'open'}`).toBe(
          `${route.method} ${route.path} ${allowed ? 'open' : 403}`,
        )
        expect(status, `${route.method} ${route.path}`).not.toBe(500)
      }
    })
  }

  test('given the agent, only the desk, the catalogue, the notices and the own account are open', () => {
    const open = staffRoutes().filter((route) => (route.roles as readonly Role[]).includes('agent'))
    expect(
      open.filter((route) => !AGENT_MAY.some((path) => path.test(route.path))).map((route) => route.path),
    ).toEqual([])
  })
})

const endsSession = (route: Route): boolean => route.method === 'delete' && route.path === '/api/v1/session'
