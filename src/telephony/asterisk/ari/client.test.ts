import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { createAri, type Ari, type AriOptions } from './client.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
/** A busy machine takes its time; no right answer is waited for longer than it needs. */
const SOON = { timeout: 20_000 }
const timing = { pingEvery: 20, pongWithin: 60, backoff: [5] }

let server: Server
let sockets: WebSocketServer
let ari: Ari | undefined
let onRequest: (request: IncomingMessage) => { status: number; body?: unknown }

beforeEach(async () => {
  onRequest = () => ({ status: 204 })
  server = createServer((request, response) => {
    const { status, body } = onRequest(request)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  sockets = new WebSocketServer({ server, path: '/ari/events' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  ari?.close()
  for (const socket of sockets.clients) socket.terminate()
  sockets.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function start(overrides: Partial<AriOptions> = {}) {
  const calls = {
    onUp: vi.fn(async () => undefined),
    onDown: vi.fn<(reason: string) => void>(),
    onEvent: vi.fn<AriOptions['onEvent']>(),
  }
  const { port } = server.address() as AddressInfo
  const options = { url: `http://127.0.0.1:${port}/ari`, user: 'u', password: 'p', app: 'freizeichen' }
  ari = createAri({ ...options, log: silent, timing, ...calls, ...overrides })
  return { ...calls, ari }
}

const nextSocket = () =>
  new Promise<WebSocket>((resolve) => {
    sockets.once('connection', (socket) => resolve(socket))
  })
const event = (type: string, timestamp: string) => JSON.stringify({ type, timestamp })

describe('the event connection', () => {
  test('given a dropped connection, it reconnects and resyncs each time', async () => {
    const first = nextSocket()
    const { ari: client, onUp, onDown } = start()
    const socket = await first
    await vi.waitUntil(() => client.isUp(), SOON)
    const second = nextSocket()
    socket.terminate()
    await second
    await vi.waitUntil(() => client.isUp(), SOON)
    expect(onUp).toHaveBeenCalledTimes(2)
    expect(onDown).toHaveBeenCalledTimes(1)
  })

  test('given a clean close, it reconnects all the same', async () => {
    const first = nextSocket()
    const { onUp } = start()
    const socket = await first
    const second = nextSocket()
    socket.close(1000)
    await second
    await vi.waitUntil(() => onUp.mock.calls.length === 2, SOON)
  })

  test('given a far side that answers no ping, it drops the connection and reconnects', async () => {
    sockets.options.autoPong = false
    const first = nextSocket()
    const { onDown } = start()
    await first
    const second = nextSocket()
    await second
    expect(onDown).toHaveBeenCalledWith('no pong')
  })

  test('given a far side that answers pings, it stays', async () => {
    // Longer than a busy machine sleeps, and waited for longer than that.
    const { ari: client, onDown } = start({ timing: { ...timing, pongWithin: 500 } })
    await vi.waitUntil(() => client.isUp(), SOON)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(onDown).not.toHaveBeenCalled()
  })

  test('given nobody there, it keeps trying until somebody is', async () => {
    sockets.options.verifyClient = () => false
    const { ari: client, onDown } = start()
    await vi.waitUntil(() => onDown.mock.calls.length >= 3, SOON)
    delete sockets.options.verifyClient
    await vi.waitUntil(() => client.isUp(), SOON)
  })

  test('given events during the resync, they are handed over after it, in order', async () => {
    let finish = () => {}
    const onUp = () => new Promise<void>((resolve) => (finish = resolve))
    const first = nextSocket()
    const { onEvent } = start({ onUp })
    const socket = await first
    socket.send(event('StasisStart', '1'))
    socket.send(event('StasisEnd', '2'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(onEvent).not.toHaveBeenCalled()
    finish()
    await vi.waitUntil(() => onEvent.mock.calls.length === 2, SOON)
    expect(onEvent.mock.calls.map(([{ type }]) => type)).toEqual(['StasisStart', 'StasisEnd'])
  })

  test('given a resync that fails, it drops the connection and tries again', async () => {
    const onUp = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('no')).mockResolvedValue()
    const { ari: client } = start({ onUp })
    await vi.waitUntil(() => client.isUp(), SOON)
    expect(onUp).toHaveBeenCalledTimes(2)
  })

  test('given the same event twice, the second is dropped', async () => {
    const first = nextSocket()
    const { onEvent } = start()
    const socket = await first
    for (const stamp of ['1', '1', '2']) socket.send(event('ChannelDestroyed', stamp))
    await vi.waitUntil(() => onEvent.mock.calls.length === 2, SOON)
  })

  test('given a handler that throws, the next event still arrives', async () => {
    const onEvent = vi.fn<AriOptions['onEvent']>().mockImplementationOnce(() => {
      throw new Error('no')
    })
    const first = nextSocket()
    start({ onEvent })
    const socket = await first
    for (const stamp of ['1', '2']) socket.send(event('StasisStart', stamp))
    await vi.waitUntil(() => onEvent.mock.calls.length === 2, SOON)
  })

  test('given another connection for the same application, it lets go of its own', async () => {
    const first = nextSocket()
    const { onDown } = start()
    const socket = await first
    socket.send(event('ApplicationReplaced', '1'))
    await vi.waitUntil(() => onDown.mock.calls.length === 1, SOON)
    expect(onDown).toHaveBeenCalledWith('replaced by another connection')
  })

  test('given close, it stays away', async () => {
    const { ari: client, onDown } = start()
    await vi.waitUntil(() => client.isUp(), SOON)
    client.close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(sockets.clients.size).toBe(0)
    expect(onDown).not.toHaveBeenCalled()
    expect(client.isUp()).toBe(false)
  })
})

describe('a request', () => {
  test('puts parameters where they belong', async () => {
    let seen = ''
    onRequest = ({ method, url }) => {
      seen = `${method} ${url}`
      return { status: 201, body: { id: 'p1' } }
    }
    const { ari: client } = start()
    const playback = await client.request('POST /channels/{channelId}/play', {
      channelId: 'a/b',
      media: ['sound:eins', 'sound:zwei'],
      lang: undefined,
    })
    expect(seen).toBe('POST /ari/channels/a%2Fb/play?media=sound%3Aeins%2Csound%3Azwei')
    expect(playback.id).toBe('p1')
  })

  test('given 404, it throws an AriError with the status', async () => {
    onRequest = () => ({ status: 404, body: { message: 'Channel not found' } })
    const { ari: client } = start()
    const answer = client.request('POST /channels/{channelId}/answer', { channelId: 'gone' })
    await expect(answer).rejects.toMatchObject({ name: 'AriError', status: 404 })
  })

  test('given nobody there, it throws an AriError with status 0', async () => {
    const { ari: client } = start({ url: 'http://127.0.0.1:9/ari' })
    await expect(client.request('GET /bridges')).rejects.toMatchObject({ name: 'AriError', status: 0 })
  })

  test('given an empty id, it refuses to call another operation by accident', async () => {
    const { ari: client } = start()
    const hangUp = client.request('DELETE /channels/{channelId}', { channelId: '' })
    await expect(hangUp).rejects.toThrow(TypeError)
  })
})
