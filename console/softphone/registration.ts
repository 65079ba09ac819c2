import { UA } from 'jssip'
import type { IncomingRTCSessionEvent, RTCSessionEvent } from 'jssip/lib/UA'
import type { PhoneAccount } from '../../src/desk/contract.ts'
import { PhoneSocket } from './phoneSocket.ts'

/** Half of it is the rhythm of renewal: a lost registration is noticed within a minute. */
const EXPIRES_S = 120
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000]

interface Handlers {
  onRegistered(registered: boolean): void
  onIncoming(event: IncomingRTCSessionEvent): void
  /** The telephone system does not know this account any more; a new one is needed. */
  onRefused(): void
}

/**
 * Keeps one softphone registered until the returned function is called: JsSIP's user agent, renewal at half of
 * the expiry, renewal at once when the window is looked at again or the network comes back.
 */
export function register(account: PhoneAccount, handlers: Handlers): () => void {
  const socket = new PhoneSocket(new URL(account.path, location.href.replace(/^http/, 'ws')).href)
  const ua = new UA({
    sockets: socket,
    uri: account.uri,
    authorization_user: account.user,
    password: account.password,
    register: true,
    register_expires: EXPIRES_S,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 4,
    user_agent: 'Freizeichen',
  })
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  const renew = (): void => {
    if (!ua.isConnected()) return
    ua.register()
    socket.expectAnswer()
  }
  // JsSIP registers now. A telephone system that is just starting takes the connection and may swallow the request.
  ua.on('connected', () => socket.expectAnswer())
  ua.on('registered', () => {
    failures = 0
    handlers.onRegistered(true)
  })
  ua.on('unregistered', () => handlers.onRegistered(false))
  ua.on('disconnected', () => handlers.onRegistered(false))
  ua.on('registrationFailed', ({ response }) => {
    handlers.onRegistered(false)
    // 408 and 503 pass; a plain refusal does not get better by repeating it with the same password.
    if (response && [401, 403, 404].includes(response.status_code)) return handlers.onRefused()
    clearTimeout(retry)
    retry = setTimeout(renew, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)])
  })
  ua.on('newRTCSession', (event: RTCSessionEvent) => {
    if (isIncoming(event)) handlers.onIncoming(event)
  })
  // A lost websocket is connected anew after a second or two; whoever looks or is online again does not wait for it.
  const stopWatching = watchReturn(() => (ua.isConnected() ? renew() : socket.connect()))
  const timer = setInterval(renew, (EXPIRES_S * 1000) / 2)
  ua.start()
  return () => {
    clearInterval(timer)
    clearTimeout(retry)
    stopWatching()
    ua.stop()
  }
}

const isIncoming = (event: RTCSessionEvent): event is IncomingRTCSessionEvent =>
  String(event.originator) === 'remote'

/** Calls back when the window is looked at again or the network is back. */
function watchReturn(back: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && back()
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('online', back)
  return () => {
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('online', back)
  }
}
