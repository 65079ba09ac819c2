// The event websocket: stays connected for ever, notices a dead link by itself (Asterisk never pings),
// and hands over events in order, after the resync of each connection.
import { WebSocket, type RawData } from 'ws'
import type { AriOptions, AriTiming } from './client.ts'
import { forgetRepeats } from './repeats.ts'
import { basicAuth } from './request.ts'
import type { AriEvent } from './types.generated.ts'

export type EventConnection = { isUp: () => boolean; close: () => void }

export function connectEvents(options: AriOptions, timing: AriTiming): EventConnection {
  const { app, log } = options
  let closed = false
  let failures = 0
  let up = false
  let current: WebSocket | undefined
  let retry: NodeJS.Timeout | undefined

  function connect(): void {
    const socket = openSocket(options)
    current = socket
    let waiting: AriEvent[] | undefined = [] // events that arrive while onUp is at work
    let reason = 'connection closed'
    const isRepeat = forgetRepeats()
    const stopPings = keepAlive(socket, timing, () => drop('no pong'))

    function drop(why: string): void {
      reason = why
      socket.terminate()
    }

    async function resync(): Promise<void> {
      try {
        await options.onUp()
      } catch (error) {
        log.error({ err: error, app }, 'resync with Asterisk failed')
        drop('resync failed')
        return
      }
      if (socket.readyState !== WebSocket.OPEN) return
      // Only a connection that lasts starts the back-off anew.
      socket.once('pong', () => {
        failures = 0
      })
      up = true
      log.info({ app }, 'connected to Asterisk')
      for (const event of waiting ?? []) deliver(event)
      waiting = undefined
    }

    function deliver(event: AriEvent): void {
      try {
        options.onEvent(event)
      } catch (error) {
        log.error({ err: error, type: event.type }, 'event handler failed')
      }
    }

    function parse(text: string): AriEvent | undefined {
      try {
        return JSON.parse(text) as AriEvent
      } catch (error) {
        log.error({ err: error }, 'unreadable event')
        return undefined
      }
    }

    socket.on('open', () => void resync())
    socket.on('message', (data: RawData) => {
      const text = String(data)
      if (isRepeat(text)) return
      const event = parse(text)
      if (!event) return
      // Somebody else connected as the same application. Two that fight for it would serve nobody:
      // wait the longest time before trying again.
      if (event.type === 'ApplicationReplaced') {
        failures = timing.backoff.length
        drop('replaced by another connection')
      } else if (waiting) waiting.push(event)
      else deliver(event)
    })
    socket.on('error', (error) => {
      reason = error.message
    })
    socket.on('close', () => {
      stopPings()
      up = false
      if (closed) return
      const delay = timing.backoff[Math.min(failures, timing.backoff.length - 1)] ?? 1_000
      failures += 1
      log.warn({ app, reason, delay }, 'no connection to Asterisk')
      retry = setTimeout(connect, delay)
      options.onDown(reason)
    })
  }

  connect()
  return {
    isUp: () => up,
    close: () => {
      closed = true
      clearTimeout(retry)
      current?.terminate()
    },
  }
}

function openSocket({ url, app, user, password }: AriOptions): WebSocket {
  const query = new URLSearchParams({ app, subscribeAll: 'false' })
  return new WebSocket(`${url.replace(/^http/, 'ws')}/events?${query}`, {
    headers: { authorization: basicAuth({ url, user, password }) },
    handshakeTimeout: 5_000,
  })
}

/** Calls `dead` when the far side answered no ping for `pongWithin` ms. */
function keepAlive(socket: WebSocket, timing: AriTiming, dead: () => void): () => void {
  let heard = performance.now()
  socket.on('pong', () => {
    heard = performance.now()
  })
  const timer = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) heard = performance.now()
    else if (performance.now() - heard > timing.pongWithin) dead()
    else socket.ping()
  }, timing.pingEvery)
  return () => clearInterval(timer)
}
