// The connection to Asterisk: events come over one websocket that we open ("inbound" in Asterisk's
// words), requests go by HTTP. We open it, so that new calls fall back by the dialplan at once when we die.
import { connectEvents } from './events.ts'
import { AriError, sendRequest, type Access } from './request.ts'
import type { AriEvent, Operations } from './types.generated.ts'

export { AriError }

export type AriLog = {
  info: (data: object, message: string) => void
  warn: (data: object, message: string) => void
  error: (data: object, message: string) => void
}

export type AriOptions = {
  /** With `/ari` at the end, as in http://127.0.0.1:8088/ari */
  url: string
  user: string
  password: string
  app: string
  /** Called in order, one by one; never before `onUp` has finished. */
  onEvent: (event: AriEvent) => void
  /** After every (re)connect: fetch what is true now and subscribe again. Events of the gap are lost.
   *  When it throws, the connection is dropped and tried anew. It must not wait for an event. */
  onUp: () => Promise<void>
  onDown: (reason: string) => void
  log: AriLog
  timing?: Partial<AriTiming>
}

export type AriTiming = { pingEvery: number; pongWithin: number; backoff: readonly number[] }

type Params<K extends keyof Operations> = Operations[K]['params']
/** The parameters may be left out only when none is required. */
type Args<K extends keyof Operations> = Record<never, never> extends Params<K> ? [Params<K>?] : [Params<K>]

export type Ari = {
  /** `await ari.request('POST /channels/{channelId}/answer', { channelId })`; throws AriError. */
  request: <K extends keyof Operations>(operation: K, ...args: Args<K>) => Promise<Operations[K]['response']>
  isUp: () => boolean
  close: () => void
}

const usualTiming: AriTiming = {
  pingEvery: 5_000,
  pongWithin: 10_000,
  backoff: [100, 250, 500, 1_000, 2_000, 5_000],
}

export function createAri(options: AriOptions): Ari {
  const events = connectEvents(options, { ...usualTiming, ...options.timing })
  return { ...createRequests(options), isUp: events.isUp, close: events.close }
}

/** Requests without the event websocket. */
export function createRequests(access: Access): Pick<Ari, 'request'> {
  return {
    request: async <K extends keyof Operations>(operation: K, ...[params]: Args<K>) =>
      (await sendRequest(access, operation, params ?? {})) as Operations[K]['response'],
  }
}
