import pg from 'pg'
import { z } from 'zod'
import type { Log } from '../log.ts'

/** Something changed: the topic is an event kind or a transient signal; who may know more asks the API. */
export interface LiveMessage {
  city: string
  topic: string
  subject: string
  seq?: number | undefined
}

export interface Live {
  /** Calls `listener` for each message of the city until the returned function is called. */
  subscribe(city: string, listener: (message: LiveMessage) => void): () => void
  /** Tells every process what is worth no event row, such as an agent's state; all of it by one statement. */
  signal(...messages: readonly LiveMessage[]): Promise<void>
  close(): Promise<void>
}

const payload = z.object({
  city: z.string(),
  topic: z.string(),
  subject: z.string(),
  seq: z.number().optional(),
})

/** Told after the listening connection was lost and found again: whatever was shown may be old. */
export const GAP = 'gap'

/** Listens on the channel `live` of the database; all messages of all processes arrive here. */
export async function startLive(pool: pg.Pool, connection: pg.ClientConfig, log: Log): Promise<Live> {
  const listeners = new Map<string, Set<(message: LiveMessage) => void>>()
  const deliver = (message: LiveMessage): void => {
    for (const listener of listeners.get(message.city) ?? []) listener(message)
  }
  let closed = false
  let client: pg.Client | null = null

  const listen = async (): Promise<void> => {
    const next = new pg.Client(connection)
    next.on('error', (error) => log.warn({ err: error.message }, 'live connection lost'))
    next.on('notification', (note) => {
      const message = payload.safeParse(JSON.parse(note.payload ?? 'null'))
      if (message.success) deliver(message.data)
      else log.error('unreadable live message')
    })
    try {
      await next.connect()
      await next.query('listen live')
    } catch (error) {
      await next.end()
      throw error
    }
    // Only a connection that once listened asks for its successor; a failed try is tried again by whoever made it.
    next.once('end', () => void again())
    client = next
  }
  const again = async (): Promise<void> => {
    client = null
    while (!closed && !client) {
      try {
        await listen()
        for (const city of listeners.keys()) deliver({ city, topic: GAP, subject: '' })
      } catch (error) {
        log.warn({ err: error instanceof Error ? error.message : error }, 'live connection not back yet')
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  }
  await listen()

  return {
    subscribe(city, listener) {
      const set = listeners.get(city) ?? new Set()
      listeners.set(city, set.add(listener))
      return () => void set.delete(listener)
    },
    async signal(...messages) {
      const texts = messages.map((message) => JSON.stringify(message))
      await pool.query("select pg_notify('live', message) from unnest($1::text[]) message", [texts])
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}
