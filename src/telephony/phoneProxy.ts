// The way of the browser's softphone to Asterisk: our own address, our own session. Asterisk's port stays closed.
import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import type { AriConfig } from '../config.ts'
import { findSession, SESSION_COOKIE } from '../people/index.ts'
import type { Platform, Role } from '../platform/context.ts'

const PATH = '/phone'
const SUBPROTOCOL = 'sip'
/** Who answers or calls back; an administrator has no telephone. */
const ROLES: readonly Role[] = ['agent', 'clerk', 'report', 'lead']
/** A SIP message is a few kilobytes. */
const MAX_MESSAGE_BYTES = 64 * 1024
/** An ended session loses its telephone within this time. */
const CHECK_SESSION_MS = 30_000
/** A browser answers pings by itself. One that is gone without a word is noticed in twice this time. */
const PING_MS = 2_500

/** Adds the websocket `/phone` to our HTTP server. @returns what closes its connections */
export function attachPhoneProxy(
  server: EventEmitter,
  platform: Platform,
  ari: AriConfig | null,
): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(request) !== PATH) return refuse(socket, '404 Not Found')
    admit(platform, ari, request)
      .then((admitted) => {
        if (typeof admitted === 'string') return refuse(socket, admitted)
        return sockets.handleUpgrade(request, socket, head, (browser) => join(browser, admitted))
      })
      .catch((error: unknown) => {
        platform.log.error({ err: error }, 'softphone not admitted')
        refuse(socket, '503 Service Unavailable')
      })
  })
  return () => {
    for (const browser of sockets.clients) browser.terminate()
  }
}

interface Admitted {
  /** Asterisk's websocket. */
  url: string
  stillSignedIn(): Promise<boolean>
}

/** @returns the way to Asterisk, or the HTTP status that refuses it */
async function admit(
  platform: Platform,
  ari: AriConfig | null,
  request: IncomingMessage,
): Promise<Admitted | string> {
  // A page of somebody else's must not open a telephone with our cookie.
  if (!isSameOrigin(request)) return '403 Forbidden'
  const token = cookie(request, SESSION_COOKIE)
  if (!token) return '401 Unauthorized'
  const signedIn = await findSession(platform, token)
  if (!signedIn) return '401 Unauthorized'
  if (!ROLES.includes(signedIn.actor.role)) return '403 Forbidden'
  if (!ari) return '503 Service Unavailable'
  const url = `${new URL('/ws', ari.url).href.replace(/^http/, 'ws')}`
  return { url, stillSignedIn: async () => (await findSession(platform, token)) !== null }
}

/** Passes messages on in both directions until either side closes. */
function join(browser: WebSocket, { url, stillSignedIn }: Admitted): void {
  const asterisk = new WebSocket(url, SUBPROTOCOL, { maxPayload: MAX_MESSAGE_BYTES, handshakeTimeout: 5_000 })
  const early: string[] = []
  const close = (): void => {
    clearInterval(check)
    stopPinging()
    browser.close()
    asterisk.close()
  }
  const stopPinging = keepPinging(browser, () => {
    // Nobody is there to say good-bye to; Asterisk hears of it by the end of its own socket.
    browser.terminate()
    close()
  })
  const check = setInterval(() => {
    stillSignedIn().then((isSignedIn) => isSignedIn || close(), close)
  }, CHECK_SESSION_MS)

  asterisk.on('open', () => {
    for (const message of early.splice(0)) asterisk.send(message)
  })
  browser.on('message', (data: RawData) => {
    // SIP over websocket is text (RFC 7118).
    if (asterisk.readyState === WebSocket.OPEN) asterisk.send(String(data))
    else if (early.length < 20) early.push(String(data))
    else close()
  })
  asterisk.on('message', (data: RawData) => browser.send(String(data)))
  for (const side of [browser, asterisk]) side.on('close', close).on('error', close)
}

/** @returns stops it */
function keepPinging(browser: WebSocket, dead: () => void): () => void {
  let answered = true
  browser.on('pong', () => (answered = true))
  // Whatever comes is a sign of life; a pong may wait behind it.
  browser.on('message', () => (answered = true))
  const timer = setInterval(() => {
    if (!answered) return dead()
    answered = false
    browser.ping()
  }, PING_MS)
  return () => clearInterval(timer)
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? ''

function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

function cookie({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
