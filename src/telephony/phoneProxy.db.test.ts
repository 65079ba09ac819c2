import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { useDatabase } from '../../tests/kit/database.ts'
import { givenCity } from '../city/city.testkit.ts'
import { givenAccount } from '../people/people.testkit.ts'
import type { Role } from '../platform/context.ts'
import { attachPhoneProxy } from './phoneProxy.ts'

const database = useDatabase()
/** Nobody listens there: whoever is admitted is let in and then hung up. */
const ARI = {
  url: 'http://127.0.0.1:9/ari',
  user: 'x',
  password: 'x',
  app: 'freizeichen',
  city: null,
  mediaUrl: null,
}
const servers: Server[] = []
let withTelephone = ''
let withoutTelephone = ''

beforeAll(async () => {
  const open = async (ari: typeof ARI | null): Promise<string> => {
    const server = createServer()
    servers.push(server)
    attachPhoneProxy(server, database.platform, ari)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }
  withTelephone = await open(ARI)
  withoutTelephone = await open(null)
})
afterAll(() => {
  for (const server of servers) server.close()
})

/** @returns the HTTP status of the upgrade: 101 when it was admitted */
function knock(host: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${host}${path}`, 'sip', { headers })
    socket.once('upgrade', () => {
      resolve(101)
      socket.terminate()
    })
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => socket.terminate())
  })
}

async function cookieOf(role: Role): Promise<string> {
  const { cityId } = await givenCity(database.platform)
  return (await givenAccount(database.platform, cityId, role)).cookie
}

describe('/phone', () => {
  it.each([
    ['agent', 101],
    ['clerk', 101],
    ['report', 101],
    ['lead', 101],
    ['admin', 403],
  ] as const)('given the role %s, answers %i', async (role, status) => {
    const headers = { cookie: await cookieOf(role), origin: `http://${withTelephone}` }
    expect(await knock(withTelephone, '/phone', headers)).toBe(status)
  })

  it('given no session or a wrong one, answers 401', async () => {
    const origin = `http://${withTelephone}`
    expect(await knock(withTelephone, '/phone', { origin })).toBe(401)
    expect(await knock(withTelephone, '/phone', { origin, cookie: 'freizeichen_session=nonsense' })).toBe(401)
  })

  it('given a page of somebody else, or none, answers 403', async () => {
    const cookie = await cookieOf('agent')
    expect(await knock(withTelephone, '/phone', { cookie, origin: 'https://example.org' })).toBe(403)
    expect(await knock(withTelephone, '/phone', { cookie })).toBe(403)
  })

  it('given a browser that does not answer any more, is cut off from Asterisk within six seconds; a living one is not', async () => {
    const asterisk = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    const server = createServer()
    const phones: Record<string, WebSocket> = {}
    try {
      await once(asterisk, 'listening')
      const address = asterisk.address()
      const port = typeof address === 'object' ? address?.port : 0
      const close = attachPhoneProxy(server, database.platform, {
        ...ARI,
        url: `http://127.0.0.1:${port}/ari`,
      })
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const own = server.address()
      const host = `127.0.0.1:${typeof own === 'object' ? own?.port : ''}`
      const headers = { cookie: await cookieOf('agent'), origin: `http://${host}` }
      for (const [name, autoPong] of [
        ['living', true],
        ['dead', false],
      ] as const)
        phones[name] = new WebSocket(`ws://${host}/phone`, 'sip', { headers, autoPong })
      await expect.poll(() => asterisk.clients.size).toBe(2)
      await expect.poll(() => phones['dead']?.readyState, { timeout: 6_000 }).toBe(WebSocket.CLOSED)
      expect(phones['living']?.readyState).toBe(WebSocket.OPEN)
      await expect.poll(() => asterisk.clients.size).toBe(1)
      close()
    } finally {
      for (const phone of Object.values(phones)) phone.terminate()
      asterisk.close()
    }
  })

  it('given no telephone system, answers 503; given another path, 404', async () => {
    const headers = { cookie: await cookieOf('agent'), origin: `http://${withoutTelephone}` }
    expect(await knock(withoutTelephone, '/phone', headers)).toBe(503)
    expect(await knock(withoutTelephone, '/other', headers)).toBe(404)
  })
})
