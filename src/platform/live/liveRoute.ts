import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { StaffContext } from '../context.ts'
import { EVERY_ROLE, rawRoute, type Route } from '../http/route.ts'
import { notSignedIn } from '../problems.ts'
import { heardBy } from './heardBy.ts'

export interface LiveRouteOptions {
  /** Whether the session of this context still lives; asking does not prolong it. */
  stillSignedIn(ctx: StaffContext): Promise<boolean>
  heartbeatMs?: number
  sessionCheckMs?: number
}

/** The browser comes back after so long, also when the server was started again. */
const RETRY_MS = 1000
/** A browser that reads so much slower than we write is better off starting over. */
const MOST_UNREAD = 500

/**
 * `GET /api/v1/live`: server-sent events `change` with `{topic, subject}`, for as long as the session lives. It says that
 * something changed and never what: the API answers that, with its own checks.
 */
export function liveRoute({
  stillSignedIn,
  heartbeatMs = 10_000,
  sessionCheckMs = 30_000,
}: LiveRouteOptions): Route {
  return rawRoute({
    method: 'get',
    path: '/api/v1/live',
    roles: EVERY_ROLE,
    respond(c, { staff }) {
      if (!staff) throw notSignedIn()
      // A proxy that collects the answer would hold back every message.
      c.header('X-Accel-Buffering', 'no')
      return streamSSE(c, async (stream) => {
        // Subscribed before anything is written: a write waits for the browser's first read.
        const unsubscribe = forward(staff, stream)
        void stream.write(`retry: ${RETRY_MS}\n\n`)
        const heartbeat = setInterval(() => void stream.write(': \n\n'), heartbeatMs)
        const check = setInterval(() => void closeUnless(stillSignedIn(staff), staff, stream), sessionCheckMs)
        await ended(stream)
        clearInterval(heartbeat)
        clearInterval(check)
        unsubscribe()
      })
    },
  })
}

function forward(staff: StaffContext, stream: SSEStreamingApi): () => void {
  let unread = 0
  return staff.live.subscribe(staff.cityId, (message) => {
    const heard = heardBy(staff.actor, message)
    if (!heard) return
    if (unread >= MOST_UNREAD) return stream.abort()
    unread += 1
    void stream.writeSSE({ event: 'change', data: JSON.stringify(heard) }).then(() => (unread -= 1))
  })
}

async function closeUnless(
  signedIn: Promise<boolean>,
  staff: StaffContext,
  stream: SSEStreamingApi,
): Promise<void> {
  try {
    if (await signedIn) return
  } catch (error) {
    // The browser asks again, and is told then what is wrong.
    staff.log.warn({ err: error }, 'session of a live stream could not be checked')
  }
  stream.abort()
}

const ended = (stream: SSEStreamingApi): Promise<void> =>
  new Promise((resolve) => {
    if (stream.aborted || stream.closed) return resolve()
    stream.onAbort(resolve)
  })
