import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { keysOf } from './liveTopics.ts'
import { serverNow } from './serverClock.ts'

export interface LiveMessage {
  topic: string
  subject: string
}

/** Whether changes reach this page; `since` is when that was last so. */
export type LinkState = { connected: true } | { connected: false; since: number }

const message = z.object({ topic: z.string(), subject: z.string().default('') })
/** The server says this after it lost messages itself: everything may be old. */
const GAP = 'gap'
const RETRY_MS = [500, 1000, 2000, 4000, 8000]

let link: LinkState = { connected: true }
const linkListeners = new Set<() => void>()
const messageListeners = new Set<(message: LiveMessage) => void>()

function setLink(next: LinkState): void {
  if (next.connected && link.connected) return
  if (!next.connected && !link.connected) return
  link = next
  for (const listener of linkListeners) listener()
}

/** Keeps the event stream open until the returned function is called; reconnects by itself, also after an error answer. */
export function startLive(client: QueryClient): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let opened = false

  const open = (): void => {
    source = new EventSource('/api/v1/live')
    source.addEventListener('open', () => {
      failures = 0
      setLink({ connected: true })
      // What changed while the link was away was told to nobody.
      if (opened) void client.invalidateQueries()
      opened = true
    })
    source.addEventListener('change', (event) => deliver(client, event.data))
    source.addEventListener('error', retry)
  }
  const retry = (): void => {
    source?.close()
    setLink({ connected: false, since: serverNow() })
    clearTimeout(timer)
    timer = setTimeout(open, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    failures += 1
    // A stream also ends with its session: then the next answer leads to the sign-in page.
    void client.invalidateQueries({ predicate: isOfAccount }, { cancelRefetch: false })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
    setLink({ connected: true })
  }
}

/** Everything that only a signed-in person may see; who that is answers without an error. */
const isOfAccount = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] !== 'me'

function deliver(client: QueryClient, data: unknown): void {
  const parsed = message.safeParse(typeof data === 'string' ? JSON.parse(data) : data)
  if (!parsed.success) return
  if (parsed.data.topic === GAP) void client.invalidateQueries()
  for (const key of keysOf(parsed.data.topic)) void client.invalidateQueries({ queryKey: [key] })
  for (const listener of messageListeners) listener(parsed.data)
}

/** The state of the live link, for the age shown beside the data. */
export function useLink(): LinkState {
  return useSyncExternalStore(
    (listener) => {
      linkListeners.add(listener)
      return () => void linkListeners.delete(listener)
    },
    () => link,
  )
}

/** Calls `listener` for each live message while the component is shown. */
export function useLiveMessages(listener: (message: LiveMessage) => void): void {
  useEffect(() => {
    messageListeners.add(listener)
    return () => void messageListeners.delete(listener)
  }, [listener])
}
